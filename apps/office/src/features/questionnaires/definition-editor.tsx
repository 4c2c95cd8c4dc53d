import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import { findingMessage, type Finding } from '@huhudao/questionnaire';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { useReadable } from './authoring/use-authoring.ts';
import { useItemLabel } from './authoring/use-part-name.ts';
import { parseDefinition, tidy } from './definition-text.ts';

/** Few write JSON; nobody else waits for its editor. */
const JsonEditor = lazy(async () => ({ default: (await import('./json/json-editor.tsx')).JsonEditor }));

type Props = {
  text: string;
  findings: readonly Finding[];
  /** Where to put the cursor. */
  goal: { path: string } | null;
  onChange: (text: string, label?: string) => void;
  readOnly: boolean;
};

/** The definition as JSON text, with what was found marked where it stands. */
export function DefinitionEditor({ text, findings, goal, onChange, readOnly }: Props): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const labelOf = useItemLabel(useReadable(text));
  const parsed = parseDefinition(text);
  const remarks = useMemo(
    () =>
      findings.map((finding) => ({
        path: finding.path,
        severity: finding.severity,
        message: findingMessage(finding, labelOf)[locale],
      })),
    [findings, labelOf, locale],
  );
  return (
    <div>
      <div className="row draft-tools">
        <h2>{t('questionnaire.definition')}</h2>
        <Button
          size="small"
          disabled={readOnly || !parsed.ok}
          onClick={() => parsed.ok && onChange(tidy(parsed.definition))}
        >
          {t('questionnaire.tidy')}
        </Button>
      </div>
      <Suspense fallback={<Skeleton active />}>
        <JsonEditor
          key={`${locale} ${readOnly}`}
          {...{ text, readOnly, remarks, goal }}
          label={t('questionnaire.definition')}
          broken={parsed.ok ? null : t('questionnaire.notJson', { reason: parsed.reason })}
          onChange={(next) => onChange(next, 'json')}
        />
      </Suspense>
    </div>
  );
}
