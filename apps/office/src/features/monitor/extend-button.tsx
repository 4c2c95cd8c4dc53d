import { Button, Form, Input, Modal, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { addDays } from '@huhudao/domain';
import {
  extendRound,
  listExtensions,
  listRounds,
  readPace,
  readRound,
  type RoundView,
} from '@huhudao/protocol';
import { formatShortDay, today, useLocale } from '@huhudao/ui';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useNotify } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { ExtensionList } from './extension-list.tsx';

type Props = { round: RoundView; streetId: string };
type Values = { deadline: string; reason: string };

const changedByExtension = [readRound, listRounds, readPace, listExtensions];

/** Puts off the deadline, with the reason; says before whom it tells, and takes the latest one back. */
export function ExtendButton({ round, streetId }: Props): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<Values>();
  const extend = useWrite(extendRound, changedByExtension);
  const earliest = round.deadline >= today() ? addDays(round.deadline, 1) : today();
  const required = [{ required: true, message: t('start.required') }];

  function send(body: Values): void {
    extend.mutate(
      { params: { areaId: streetId, roundId: round.id }, body },
      {
        onSuccess: ({ to }) => {
          notify.done(t('monitor.extended', { day: formatShortDay(to, locale) }));
          setAsking(false);
          form.resetFields();
        },
      },
    );
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('monitor.extend')}</Button>
      <Modal
        open={asking}
        title={t('monitor.extendTitle', { name: round.name })}
        okText={t('monitor.extend')}
        okButtonProps={{ loading: extend.isPending }}
        onCancel={() => setAsking(false)}
        onOk={() => form.submit()}
      >
        <Typography.Paragraph>
          {t('monitor.extendText', { deadline: formatShortDay(round.deadline, locale) })}
        </Typography.Paragraph>
        <Form<Values> form={form} layout="vertical" onFinish={send}>
          <Form.Item name="deadline" label={t('monitor.newDeadline')} rules={required}>
            <DayInput from={earliest} />
          </Form.Item>
          <Form.Item name="reason" label={t('monitor.reason')} rules={required}>
            <Input maxLength={120} placeholder={t('monitor.reasonExample')} />
          </Form.Item>
        </Form>
        {extend.isError ? <ProblemNote error={extend.error} /> : null}
        {asking ? <ExtensionList round={round} streetId={streetId} /> : null}
      </Modal>
    </>
  );
}
