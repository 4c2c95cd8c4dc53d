import { Button, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement, ReactNode } from 'react';
import type { TimeWindow } from '@huhudao/domain';
import { useTexts } from '../i18n/index.ts';

const format = 'HH:mm';

type Props<W extends TimeWindow> = {
  'aria-label': string;
  value?: readonly W[];
  onChange?: (hours: W[]) => void;
  /** What a new line begins with. */
  usual: W;
  /** The most lines there may be. */
  most: number;
  /** What stands before the hours of a line, such as the days they count on. */
  renderBefore?: (hours: W, change: (part: Partial<W>) => void) => ReactNode;
};

/** Stretches of the day, one a line; speaks `HH:MM`, as the contract does. */
export function HoursInput<W extends TimeWindow>(props: Props<W>): ReactElement {
  const t = useTexts();
  const { value = [], onChange, usual, most, renderBefore } = props;
  const change = (index: number, part: Partial<W>) =>
    onChange?.(value.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <div className="stack" role="group" aria-label={props['aria-label']}>
      {value.map((hours, index) => (
        // A line has no name but its place: two may hold the same hours.
        <div className="row" key={index}>
          {renderBefore?.(hours, (part) => change(index, part))}
          <TimePicker.RangePicker
            format={format}
            minuteStep={15}
            allowClear={false}
            needConfirm={false}
            value={[dayjs(hours.from, format), dayjs(hours.until, format)]}
            onChange={(range) => {
              const [from, until] = range ?? [];
              if (from && until)
                change(index, { from: from.format(format), until: until.format(format) } as Partial<W>);
            }}
          />
          <Button onClick={() => onChange?.(value.filter((_, at) => at !== index))}>
            {t('shell.removeHours')}
          </Button>
        </div>
      ))}
      <div>
        <Button disabled={value.length >= most} onClick={() => onChange?.([...value, usual])}>
          {t('shell.addHours')}
        </Button>
      </div>
    </div>
  );
}
