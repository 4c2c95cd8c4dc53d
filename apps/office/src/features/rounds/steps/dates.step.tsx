import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import type { StepProps } from '../round-form.tsx';
import { RoundHours } from '../round-hours.tsx';

/** When, how often a door is tried, what is said there and what is handed over. */
export function DatesStep({ draft, change }: StepProps): ReactElement {
  const t = useTexts();
  return (
    <Form layout="vertical" component="div">
      <Window draft={draft} change={change} />
      <RoundHours draft={draft} change={change} />
      <Form.Item label={t('round.statement')} htmlFor="round-statement" extra={t('round.statementHint')}>
        <Input.TextArea
          id="round-statement"
          rows={4}
          maxLength={2000}
          value={draft.statement}
          onChange={(event) => change({ statement: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('round.materials')} htmlFor="round-materials" extra={t('round.materialsHint')}>
        <Select
          id="round-materials"
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={20}
          value={draft.materials}
          onChange={(materials: string[]) => change({ materials })}
        />
      </Form.Item>
    </Form>
  );
}

function Window({ draft, change }: Omit<StepProps, 'streetId'>): ReactElement {
  const t = useTexts();
  const wrong = draft.startsOn !== null && draft.deadline !== null && draft.deadline < draft.startsOn;
  return (
    <div className="round-dates">
      <Form.Item label={t('round.startsOn')} htmlFor="round-starts">
        <DayInput id="round-starts" value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} />
      </Form.Item>
      <Form.Item
        label={t('round.deadline')}
        htmlFor="round-deadline"
        validateStatus={wrong ? 'error' : ''}
        help={wrong ? t('round.datesWrong') : undefined}
      >
        <DayInput id="round-deadline" value={draft.deadline} onChange={(deadline) => change({ deadline })} />
      </Form.Item>
      <Form.Item label={t('round.attempts')} htmlFor="round-attempts" extra={t('round.attemptsHint')}>
        <InputNumber
          id="round-attempts"
          min={1}
          max={9}
          precision={0}
          controls={false}
          value={draft.attemptsWanted}
          onChange={(attemptsWanted) => change({ attemptsWanted: attemptsWanted ?? 3 })}
        />
      </Form.Item>
    </div>
  );
}
