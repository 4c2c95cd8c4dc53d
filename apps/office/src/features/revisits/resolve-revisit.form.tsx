import { Button, Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { handleRevisit, listRevisits, readOverview, type RevisitView } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

const endings = ['resolved', 'unresolved', 'declined'] as const;
type Values = {
  state: (typeof endings)[number];
  cause: string;
  explanation: string;
  promise: string;
};
type Props = { revisit: RevisitView; onDone: () => void };

/** How it ended: the cause found, what was explained, what was promised. The first answers are never overwritten. */
export function ResolveRevisitForm({ revisit, onDone }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const send = useWrite(handleRevisit, [listRevisits, readOverview]);
  const [form] = Form.useForm<Values>();
  const state = Form.useWatch('state', form);

  function resolve(body: Values): void {
    send.mutate({ params: { areaId: revisit.communityId, revisitId: revisit.id }, body }, saved(onDone));
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{
        cause: revisit.cause ?? '',
        explanation: revisit.explanation ?? '',
        promise: revisit.promise ?? '',
      }}
      onFinish={resolve}
    >
      <Fields declined={state === 'declined'} />
      {send.isError ? <ProblemNote error={send.error} /> : null}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('revisit.resolve')}
      </Button>
    </Form>
  );
}

function Fields({ declined }: { declined: boolean }): ReactElement {
  const t = useTexts();
  const words = useWords();
  return (
    <>
      <Form.Item
        name="state"
        label={t('revisit.ending')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <Radio.Group options={endings.map((value) => ({ value, label: words.revisitState(value) }))} />
      </Form.Item>
      <Form.Item
        name="cause"
        label={t('revisit.cause')}
        extra={t('revisit.causeHint')}
        rules={declined ? [] : [{ required: true, whitespace: true, message: t('start.required') }]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="explanation" label={t('revisit.explanation')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="promise" label={t('revisit.promise')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}
