import { Search, X } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './fields.module.css';

type TextFieldProps = {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  description?: ReactNode;
  error?: string | undefined;
  type?: 'text' | 'password' | 'date' | 'time';
  autoComplete?: string;
  required?: boolean;
  multiline?: boolean;
  maxLength?: number;
  min?: string;
  max?: string;
};

export function TextField(props: TextFieldProps) {
  const { error } = props;
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={props.value}
      onChange={props.onChange}
      type={props.type ?? 'text'}
      isRequired={props.required === true}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete })}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <Label className={styles['label'] ?? ''}>{props.label}</Label>
      {props.multiline === true ? (
        <TextArea className={styles['input'] ?? ''} rows={3} />
      ) : (
        <Input className={styles['input'] ?? ''} min={props.min} max={props.max} />
      )}
      {props.description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {props.description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

/** Escape empties it, as in any search field of the browser. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Shown in the empty field; the label otherwise. */
  placeholder?: string;
}) {
  const { t } = useTranslation('ui');
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    props.onChange('');
    input.current?.focus();
  };
  return (
    <div className={styles['search']} data-empty={props.value === '' || undefined}>
      <Search aria-hidden className={styles['glass']} size="1.1em" />
      <input
        ref={input}
        type="search"
        className={styles['input']}
        aria-label={props.label}
        placeholder={props.placeholder ?? props.label}
        enterKeyHint="search"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.value !== '' && (
        <button type="button" className={styles['clear']} aria-label={t('action.clear')} onClick={clear}>
          <X aria-hidden size="1.1em" />
        </button>
      )}
    </div>
  );
}

/** The device's own picker: the quickest by touch, and spoken rightly everywhere. */
export function SelectField<V extends string>(props: {
  label: ReactNode;
  hideLabel?: boolean;
  value: V;
  onChange: (value: V) => void;
  choices: readonly { value: V; label: string; disabled?: boolean }[];
  error?: string | undefined;
}) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={props.hideLabel === true ? 'visually-hidden' : styles['label']}>
        {props.label}
      </label>
      <select
        id={id}
        className={styles['input']}
        value={props.value}
        aria-invalid={props.error !== undefined}
        onChange={(event) => {
          const chosen = props.choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled === true}>
            {choice.label}
          </option>
        ))}
      </select>
      {props.error !== undefined && <p className={styles['error']}>{props.error}</p>}
    </div>
  );
}
