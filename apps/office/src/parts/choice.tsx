import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/index.ts';

type ChoiceProps<V extends string> = {
  label: string;
  value: V | undefined;
  onChange: (value: V | undefined) => void;
  options: { value: V; label: string }[];
};

/** One of a few by which a list is narrowed; nothing chosen narrows nothing. */
export function Choice<V extends string>({ label, value, onChange, options }: ChoiceProps<V>): ReactElement {
  const t = useTexts();
  return (
    <Select<V | null>
      className="filter-building"
      aria-label={label}
      placeholder={label}
      allowClear={{ label: t('shell.clear') }}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={options}
    />
  );
}
