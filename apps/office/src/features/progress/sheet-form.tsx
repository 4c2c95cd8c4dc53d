import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import {
  listProgressSheets,
  submitProgressSheet,
  withdrawProgressSheet,
  type ProgressSheet,
} from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Props = { sheet: ProgressSheet; week: string; onDone: () => void };
type Typed = { progress: string; next: string; correction?: string };

/** What the figures say is written down to begin with, to be edited. What was handed in is handed in again with a line that says why. */
export function SheetForm({ sheet, week, onDone }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const [form] = Form.useForm<Typed>();
  const proposed = useProposed(sheet);
  const submit = useWrite(submitProgressSheet, [listProgressSheets]);
  const params = { areaId: sheet.communityId };
  const again = sheet.submittedAt !== null;
  const send = ({ progress, next, correction }: Typed): void =>
    submit.mutate(
      { params, body: { week, roundId: sheet.roundId, progress, next, correction } },
      saved(onDone),
    );
  const required = [{ required: true, whitespace: true, message: t('progress.required') }];
  return (
    <Form<Typed> form={form} layout="vertical" initialValues={sheet.text ?? proposed} onFinish={send}>
      <Form.Item name="progress" label={t('progress.progress')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={600} showCount />
      </Form.Item>
      <Form.Item name="next" label={t('progress.next')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={600} showCount />
      </Form.Item>
      {again ? (
        <Form.Item
          name="correction"
          label={t('progress.correction')}
          extra={t('progress.correctionHint')}
          rules={required}
        >
          <Input maxLength={120} />
        </Form.Item>
      ) : null}
      {submit.isError ? <ProblemNote error={submit.error} /> : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={submit.isPending}>
          {t(again ? 'progress.submitAgain' : 'progress.submit')}
        </Button>
        {again && sheet.state !== 'withdrawn' ? (
          <Withdraw
            sheet={sheet}
            week={week}
            askWhy={() => form.validateFields(['correction'])}
            onDone={onDone}
          />
        ) : null}
      </div>
    </Form>
  );
}

function Withdraw({
  sheet,
  week,
  askWhy,
  onDone,
}: Props & { askWhy: () => Promise<Partial<Typed>> }): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const withdraw = useWrite(withdrawProgressSheet, [listProgressSheets]);
  const start = async (): Promise<void> => {
    // Where the line is missing the form says so.
    const why = await askWhy().catch(() => undefined);
    if (why?.correction === undefined) return;
    const body = { week, roundId: sheet.roundId, correction: why.correction };
    withdraw.mutate({ params: { areaId: sheet.communityId }, body }, saved(onDone));
  };
  return (
    <>
      <Button danger loading={withdraw.isPending} onClick={() => void start()}>
        {t('progress.withdraw')}
      </Button>
      {withdraw.isError ? <ProblemNote error={withdraw.error} /> : null}
    </>
  );
}

/** The figures in a sentence. */
function useProposed({ figures }: ProgressSheet): Typed {
  const t = useTexts();
  const left = figures.eligible - figures.settled;
  return {
    progress: t('progress.proposed', { ...figures, left }),
    next: t('progress.proposedNext', { ...figures, left }),
  };
}
