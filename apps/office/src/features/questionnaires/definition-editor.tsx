import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { offsetOf, parseDefinition, tidy } from './definition-text.ts';

type Props = { text: string; onChange: (text: string, label?: string) => void; readOnly: boolean };

const editorId = 'definition-editor';

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
        onChange={(event) => onChange(event.target.value, 'json')}
      />
    </div>
  );
}

/** Puts the cursor where a finding is. */
export function showInEditor(text: string, path: string): void {
  const editor = document.getElementById(editorId);
  const offset = offsetOf(text, path);
  if (!(editor instanceof HTMLTextAreaElement) || offset === undefined) return;
  editor.focus();
  editor.setSelectionRange(offset, offset);
  const lines = text.split('\n').length;
  const line = text.slice(0, offset).split('\n').length;
  editor.scrollTop = Math.max(0, (line / lines) * editor.scrollHeight - editor.clientHeight / 2);
}
