import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { DayInput } from '../../parts/day-input.tsx';
import type { ProgrammeDraft } from './programme-draft.ts';

type Props = { draft: ProgrammeDraft; change: (next: Partial<ProgrammeDraft>) => void };

/** What it is called, and in which streets it is. */
export function StreetFields({ draft, change, districtId }: Props & { districtId: string }): ReactElement {
  const t = useTexts();
  const { tree } = useArea();
  const streets = tree.below(districtId).filter(({ kind }) => kind === 'street');
  return (
    <>
      <Form.Item label={t('round.name')} htmlFor="programme-name">
        <Input
          id="programme-name"
          maxLength={120}
          placeholder={t('programme.nameExample')}
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </Form.Item>
      <Form.Item label={t('programme.streets')} htmlFor="programme-streets">
        <Select
          id="programme-streets"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.streetIds}
          options={streets.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(streetIds: string[]) => change({ streetIds })}
        />
      </Form.Item>
    </>
  );
}

/** How many households are drawn; communities share them by their size. */
export function SizeFields({ draft, change }: Props): ReactElement {
  const t = useTexts();
  return (
    <Form.Item label={t('programme.size')} htmlFor="programme-doors" extra={t('programme.sizeHint')}>
      <div className="row">
        <Radio.Group
          aria-label={t('programme.size')}
          value={draft.of}
          onChange={({ target }) => change({ of: target.value === 'all' ? 'all' : 'street' })}
          options={(['street', 'all'] as const).map((of) => ({ value: of, label: t(`programme.of.${of}`) }))}
        />
        <InputNumber
          id="programme-doors"
          controls={false}
          min={1}
          max={200_000}
          precision={0}
          value={draft.doors}
          onChange={(doors) => change({ doors })}
        />
      </div>
    </Form.Item>
  );
}

/** When, and what is said at the door. */
export function WhenFields({ draft, change }: Props): ReactElement {
  const t = useTexts();
  return (
    <>
      <div className="round-dates">
        <Form.Item label={t('round.startsOn')} htmlFor="programme-starts">
          <DayInput
            id="programme-starts"
            value={draft.startsOn}
            onChange={(startsOn) => change({ startsOn })}
          />
        </Form.Item>
        <Form.Item label={t('round.deadline')} htmlFor="programme-deadline">
          <DayInput
            id="programme-deadline"
            value={draft.deadline}
            onChange={(deadline) => change({ deadline })}
          />
        </Form.Item>
      </div>
      <Form.Item label={t('round.statement')} htmlFor="programme-statement" extra={t('round.statementHint')}>
        <Input.TextArea
          id="programme-statement"
          rows={3}
          maxLength={2000}
          value={draft.statement}
          onChange={({ target }) => change({ statement: target.value })}
        />
      </Form.Item>
    </>
  );
}
