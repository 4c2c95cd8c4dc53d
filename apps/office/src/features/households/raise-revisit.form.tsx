import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { topics, type Topic } from '@huhudao/domain';
import { listRevisits, raiseRevisit, readOverview, type HouseholdView } from '@huhudao/protocol';
import { addDays } from '@huhudao/domain';
import { today } from '@huhudao/ui';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useNotify } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Values = { dueOn: string; topics: Topic[]; note?: string };
type Props = { household: HouseholdView; onDone: () => void };

/** Decide by hand that a household should be visited again. */
export function RaiseRevisitForm({ household, onDone }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  const notify = useNotify();
  const send = useWrite(raiseRevisit, [listRevisits, readOverview]);

  function raise({ dueOn, topics: chosen, note }: Values): void {
    const body = {
      householdId: household.id,
      dueOn,
      topics: chosen,
      ...(note === undefined ? {} : { note }),
    };
    send.mutate(
      { params: { areaId: household.communityId }, body },
      {
        onSuccess: () => {
          notify.done(t('household.revisitRaised'));
          onDone();
        },
      },
    );
  }

  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ dueOn: addDays(today(), 7), topics: [] }}
      onFinish={raise}
    >
      <Form.Item
        name="dueOn"
        label={t('household.dueOn')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <DayInput from={today()} />
      </Form.Item>
      <Form.Item name="topics" label={t('household.topics')} extra={t('household.topicsHint')}>
        <Select mode="multiple" options={topics.map((value) => ({ value, label: words.topic(value) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('household.note')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      {send.isError ? <ProblemNote error={send.error} /> : null}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('household.raiseRevisit')}
      </Button>
    </Form>
  );
}
