import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/index.ts';

type Props = {
  id?: string;
  'aria-label'?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  /** Days before this one cannot be chosen. */
  from?: string;
  placeholder?: string;
};

const format = 'YYYY-MM-DD';

/** A calendar for a date without a time; speaks `YYYY-MM-DD`, as the contract does. */
export function DayInput({ value, onChange, from, ...rest }: Props): ReactElement {
  const t = useTexts();
  return (
    <DatePicker
      className="day-input"
      {...rest}
      // As people read it; what is typed as the contract writes it is understood too.
      format={[t('shell.dayFormat'), format]}
      value={value === undefined || value === null ? null : dayjs(value, format)}
      onChange={(day) => onChange?.(day === null ? null : day.format(format))}
      {...(from === undefined ? {} : { minDate: dayjs(from, format) })}
    />
  );
}
