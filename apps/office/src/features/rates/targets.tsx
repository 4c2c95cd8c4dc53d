import { Button, Form, InputNumber, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { indicators, type Indicator } from '@huhudao/domain';
import { readRates, readTrend, setTarget, type ResponseOf } from '@huhudao/protocol';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useNotify } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Rates = ResponseOf<typeof readRates>;
/** In per cent, as people say it. */
type Values = Partial<Record<Indicator, number | null>>;

/** Setting the targets, for the district office. Released figures stay; only their verdicts are made anew. */
export function Targets({ rates }: { rates: Rates }): ReactElement | null {
  const t = useTexts();
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (!mayAnywhere(session, 'targets.manage')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('rates.setTarget')}</Button>
      {open ? <TargetDialog rates={rates} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TargetDialog({ rates, onClose }: { rates: Rates; onClose: () => void }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const set = useWrite(setTarget, [readRates, readTrend]);
  const present = targetsIn(rates);

  async function save(values: Values): Promise<void> {
    const changed = indicators.filter((one) => (values[one] ?? null) !== (present[one] ?? null));
    for (const indicator of changed) {
      const value = values[indicator] ?? null;
      await set.mutateAsync({ params: { indicator }, body: { target: value === null ? null : value / 100 } });
    }
    notify.done(t('rates.targetSaved'));
    onClose();
  }

  return (
    <Modal
      open
      title={t('rates.targetTitle')}
      okText={t('shell.save')}
      okButtonProps={{ loading: set.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted">{t('rates.targetText')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={present}
        // A failure is shown below by the mutation itself.
        onFinish={(values) => void save(values).catch(() => undefined)}
      >
        {indicators.map((indicator) => (
          <Form.Item key={indicator} name={indicator} label={words.indicator(indicator)}>
            <InputNumber min={1} max={99} precision={0} controls={false} suffix="%" />
          </Form.Item>
        ))}
      </Form>
      {set.isError ? <ProblemNote error={set.error} /> : null}
    </Modal>
  );
}

function targetsIn({ cells }: Rates): Values {
  const known = cells.flatMap(({ indicator, target }) =>
    target === null ? [] : [[indicator, Math.round(target * 100)] as const],
  );
  return Object.fromEntries(known);
}
