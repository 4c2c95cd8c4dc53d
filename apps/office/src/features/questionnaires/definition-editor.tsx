import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { parseDefinition, tidy } from './definition-text.ts';

type Props = { text: string; onChange: (text: string) => void; readOnly: boolean };

/** The id by which findings move the cursor into the text. */
export const editorId = 'definition-editor';

/** The definition as JSON text. */
export function DefinitionEditor({ text, onChange, readOnly }: Props): ReactElement {
  const t = useTexts();
  const tidyUp = (): void => {
    const parsed = parseDefinition(text);
    if (parsed.ok) onChange(tidy(parsed.definition));
  };
  return (
    <div>
      <div className="row draft-tools">
        <h2>{t('questionnaire.definition')}</h2>
        <Button size="small" disabled={readOnly} onClick={tidyUp}>
          {t('questionnaire.tidy')}
        </Button>
      </div>
      <Input.TextArea
        id={editorId}
        className="draft-editor"
        aria-label={t('questionnaire.definition')}
        spellCheck={false}
        readOnly={readOnly}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
