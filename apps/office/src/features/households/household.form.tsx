import { Button, Form, Input, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import { occupancies, type Occupancy, type TimeWindow } from '@huhudao/domain';
import {
  changeHousehold,
  listHouseholds,
  listProposals,
  readStairwell,
  type HouseholdView,
} from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { HoursInput } from '../../parts/hours-input.tsx';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Values = {
  occupancy: Occupancy;
  doNotContact: boolean;
  quiet: TimeWindow[];
  caution: string | null;
  note: string | null;
};
type Props = { household: HouseholdView; onDone: () => void };

/** Corrections to the register. */
export function HouseholdForm({ household, onDone }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  const saved = useSaved();
  const send = useWrite(changeHousehold, [listHouseholds, readStairwell, listProposals]);
  const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

  function save(values: Values): void {
    const body = { ...values, caution: orNull(values.caution), note: orNull(values.note) };
    const params = { areaId: household.communityId, householdId: household.id };
    send.mutate({ params, body }, saved(onDone));
  }

  return (
    <Form<Values> layout="vertical" initialValues={household} onFinish={save}>
      <Form.Item name="occupancy" label={t('household.occupancy')}>
        <Select options={occupancies.map((value) => ({ value, label: words.occupancy(value) }))} />
      </Form.Item>
      <Form.Item
        name="doNotContact"
        label={t('household.doNotContact')}
        extra={t('household.doNotContactHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item name="quiet" label={t('household.quiet')} extra={t('household.quietHint')}>
        <HoursInput aria-label={t('household.quiet')} usual={{ from: '12:00', until: '14:00' }} most={6} />
      </Form.Item>
      <Form.Item name="caution" label={t('household.caution')} extra={t('household.cautionHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="note" label={t('household.note')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      {send.isError ? <ProblemNote error={send.error} /> : null}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('shell.save')}
      </Button>
    </Form>
  );
}
