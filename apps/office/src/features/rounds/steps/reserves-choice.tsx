import { Form, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import type { StepProps } from '../round-form.tsx';

/** Small samples drawn with the main one and kept back, in each community. */
export function ReservesChoice({ draft, change }: Omit<StepProps, 'streetId'>): ReactElement {
  const t = useTexts();
  const { replicates, size } = draft.reserves ?? { replicates: 0, size: 20 };
  const set = (next: { replicates: number; size: number }): void =>
    change({ reserves: next.replicates === 0 ? undefined : next });
  return (
    <>
      <Form layout="inline" component="div" className="round-sample">
        <Form.Item label={t('sample.replicates')} htmlFor="round-replicates">
          <InputNumber
            id="round-replicates"
            min={0}
            max={9}
            precision={0}
            controls={false}
            value={replicates}
            onChange={(value) => set({ replicates: value ?? 0, size })}
          />
        </Form.Item>
        <Form.Item label={t('sample.replicateSize')} htmlFor="round-replicate-size">
          <InputNumber
            id="round-replicate-size"
            min={1}
            max={500}
            precision={0}
            controls={false}
            value={size}
            disabled={replicates === 0}
            onChange={(value) => set({ replicates, size: value ?? 20 })}
          />
        </Form.Item>
      </Form>
      <p className="muted small">{t('sample.reservesHint')}</p>
    </>
  );
}
