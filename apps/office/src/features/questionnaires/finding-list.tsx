import { CircleCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Finding } from '@huhudao/questionnaire';
import { isSamePlace, partAt, placeOf, type Place } from '@huhudao/questionnaire/authoring';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';
import { useItemLabel, usePartName } from './authoring/use-part-name.ts';
import { useReadable } from './authoring/use-authoring.ts';
import { FindingLines } from './finding-lines.tsx';

type Props = {
  findings: readonly Finding[];
  text: string;
  /** The part whose findings stand beside it already. */
  shownBeside: Place | null;
  onShow: (finding: Finding, place: Place) => void;
  mend: (finding: Finding) => (() => void) | null;
};

/** What the check found: errors keep the form from being published, warnings ask for a second look. */
export function FindingList({ findings, text, shownBeside, onShow, mend }: Props): ReactElement {
  const t = useTexts();
  const partName = usePartName();
  const definition = useReadable(text);
  const labelOf = useItemLabel(definition);
  const errors = findings.filter((one) => one.severity === 'error').length;
  if (findings.length === 0) {
    return (
      <p>
        <Chip tone="done" icon={<CircleCheck size={14} aria-hidden />}>
          {t('questionnaire.noFindings')}
        </Chip>
      </p>
    );
  }
  // A form that cannot be shown has no parts on screen to show anything beside.
  const beside = definition === null ? null : shownBeside;
  const elsewhere = findings.filter(({ path }) => beside === null || !isSamePlace(placeOf(path), beside));
  const nameOf = ({ path }: Finding): string => {
    const place = placeOf(path);
    return definition === null ? path : partName(partAt(definition, place) ?? null, place);
  };
  return (
    <section>
      <h2>{t('questionnaire.findings', { errors, warnings: findings.length - errors })}</h2>
      {elsewhere.length === findings.length ? null : (
        <p className="muted small">{t('questionnaire.findingsBeside')}</p>
      )}
      <FindingLines
        {...{ mend, labelOf }}
        findings={elsewhere}
        show={{ nameOf, go: (finding) => onShow(finding, placeOf(finding.path)) }}
      />
    </section>
  );
}
