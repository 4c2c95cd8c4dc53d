import { Button } from 'antd';
import { CircleAlert, TriangleAlert, Wrench } from 'lucide-react';
import type { ReactElement } from 'react';
import { findingMessage, type Finding, type FindingCode } from '@huhudao/questionnaire';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';

type Props = {
  findings: readonly Finding[];
  /** Leads to where the finding is, and what that place is called; left out where one is there already. */
  show?: { nameOf: (finding: Finding) => string; go: (finding: Finding) => void };
  /** The mend of a finding, where there is an obvious one. */
  mend: (finding: Finding) => (() => void) | null;
  /** What an item is called where its author reads it. */
  labelOf: (name: string) => string;
};

/** What the check found, with its reason, and a button where it can be mended by one. */
export function FindingLines({ findings, show, mend, labelOf }: Props): ReactElement {
  const { locale } = useLocale();
  return (
    <ul className="finding-list">
      {findings.map((finding, index) => (
        <li key={`${index} ${finding.path} ${finding.code}`}>
          <SeverityChip severity={finding.severity} />
          {show === undefined ? null : (
            <Button type="link" size="small" onClick={() => show.go(finding)}>
              {show.nameOf(finding)}
            </Button>
          )}
          <span className="finding-words">{findingMessage(finding, labelOf)[locale]}</span>
          <Mend run={mend(finding)} code={finding.code} />
        </li>
      ))}
    </ul>
  );
}

function Mend({ run, code }: { run: (() => void) | null; code: FindingCode }): ReactElement | null {
  const t = useTexts();
  if (run === null) return null;
  return (
    <Button size="small" icon={<Wrench size={14} aria-hidden />} onClick={run}>
      {t(`authoring.mend.${mendWord[code] ?? 'remove'}`)}
    </Button>
  );
}

/** What a mend does, in a word; all others take out what is wrong. */
const mendWord: Partial<
  Record<FindingCode, 'rename' | 'swap' | 'count' | 'add' | 'headline' | 'reverse' | 'first'>
> = {
  nameTwice: 'rename',
  nameReserved: 'rename',
  codeTwice: 'rename',
  kindChanged: 'rename',
  limitsCrossed: 'swap',
  countsMissing: 'count',
  fairIsFavourable: 'count',
  countsNotUsual: 'count',
  noDontKnow: 'add',
  headlineMissing: 'headline',
  bestAlwaysFirst: 'reverse',
  overallAfterDetails: 'first',
};

function SeverityChip({ severity }: { severity: Finding['severity'] }): ReactElement {
  const t = useTexts();
  const error = severity === 'error';
  return (
    <Chip
      tone={error ? 'back' : 'wait'}
      icon={error ? <CircleAlert size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
    >
      {t(`questionnaire.severity.${severity}`)}
    </Chip>
  );
}
