import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { isFreeName } from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { useAuthoring } from './use-authoring.ts';

type Props = { label: string; value: string; taken: readonly string[]; onCommit: (value: string) => void };

/**
 * A name or a code. It is taken over when the field is left: what refers to it is renamed with it, and half a name
 * would refer to nothing.
 */
export function NameInput({ label, value, taken, onCommit }: Props): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const [written, setWritten] = useState(value);
  const sound = written === value || isFreeName(written, taken);
  const commit = (): void => {
    if (written === value) return;
    if (sound) onCommit(written);
    else setWritten(value);
  };
  return (
    <Input
      className="name-input"
      aria-label={label}
      title={sound ? label : t('authoring.badName')}
      status={sound ? '' : 'error'}
      spellCheck={false}
      maxLength={64}
      readOnly={readOnly}
      value={written}
      onChange={(event) => setWritten(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}
