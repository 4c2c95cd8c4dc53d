import { Button } from 'antd';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ResponseOf, readDraft } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { editorId } from './definition-editor.tsx';
import { offsetOf } from './definition-text.ts';

type Finding = ResponseOf<typeof readDraft>['findings'][number];

/** What the check found: errors keep the form from being published, warnings ask for a second look. */
export function FindingList({ findings, text }: { findings: Finding[]; text: string }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
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
  return (
    <section>
      <h2>{t('questionnaire.findings', { errors, warnings: findings.length - errors })}</h2>
      <ul className="finding-list">
        {findings.map((finding) => (
          <li key={`${finding.path} ${finding.code}`}>
            <SeverityChip severity={finding.severity} />
            <Button type="link" size="small" onClick={() => showIn(text, finding.path)}>
              {finding.path}
            </Button>
            <span>{finding.message[locale]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

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

/** Puts the cursor where the finding is. */
function showIn(text: string, path: string): void {
  const editor = document.getElementById(editorId);
  const offset = offsetOf(text, path);
  if (!(editor instanceof HTMLTextAreaElement) || offset === undefined) return;
  editor.focus();
  editor.setSelectionRange(offset, offset);
  const lines = text.split('\n').length;
  const line = text.slice(0, offset).split('\n').length;
  editor.scrollTop = Math.max(0, (line / lines) * editor.scrollHeight - editor.clientHeight / 2);
}
