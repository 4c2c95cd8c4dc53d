import { Form, InputNumber, Radio } from 'antd';
import type { ReactElement } from 'react';
import { adultSelections } from '@huhudao/domain';
import type { AdultRule } from '@huhudao/protocol';
import { useTexts } from '../../../i18n/index.ts';
import type { StepProps } from '../round-form.tsx';

/** Whoever opens the door, or one adult of each household who is found by a rule. */
export function AdultsChoice({ draft, change }: Omit<StepProps, 'streetId'>): ReactElement {
  const t = useTexts();
  const { adults } = draft;
  const choose = (by: AdultRule['by'] | 'anyone'): void =>
    change({ adults: by === 'anyone' ? undefined : { ...usual, ...adults, by } });
  return (
    <>
      <Form.Item label={t('adults.who')} extra={t('adults.hint')}>
        <Radio.Group
          aria-label={t('adults.who')}
          value={adults?.by ?? 'anyone'}
          onChange={(event) => choose(event.target.value as AdultRule['by'] | 'anyone')}
          options={(['anyone', ...adultSelections] as const).map((value) => ({
            value,
            label: t(`adults.by.${value}`),
          }))}
        />
      </Form.Item>
      {adults === undefined ? null : (
        <Eligible adults={adults} onChange={(part) => change({ adults: { ...adults, ...part } })} />
      )}
    </>
  );
}

/** measurement.md, "Sampling": 18 to 65 years old, resident for six months at least. */
const usual = { youngest: 18, oldest: 65, monthsResident: 6 };

type EligibleProps = { adults: AdultRule; onChange: (part: Partial<AdultRule>) => void };

function Eligible({ adults, onChange }: EligibleProps): ReactElement {
  const t = useTexts();
  const limits = [
    ['youngest', 14, adults.oldest],
    ['oldest', adults.youngest, 120],
    ['monthsResident', 0, 120],
  ] as const;
  return (
    <Form layout="inline" component="div" className="round-sample">
      {limits.map(([name, min, max]) => (
        <Form.Item key={name} label={t(`adults.${name}`)} htmlFor={`round-${name}`}>
          <InputNumber
            id={`round-${name}`}
            min={min}
            max={max}
            controls={false}
            precision={0}
            value={adults[name]}
            onChange={(value) => onChange({ [name]: value ?? usual[name] })}
          />
        </Form.Item>
      ))}
    </Form>
  );
}
