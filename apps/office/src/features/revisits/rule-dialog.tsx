import { Alert, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { changeRule, listRounds, listRules, previewRule, type ResponseOf } from '@huhudao/protocol';
import { today } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Rule = ResponseOf<typeof listRules>[number];
type Values = {
  condition: string | null;
  effectiveFrom: string;
  effectiveUntil: string | null;
  priority: number;
  dueDays: number;
};

/** A new version of a rule, after seeing what it would have flagged. */
export function RuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const saved = useSaved();
  const [form] = Form.useForm<Values>();
  const condition = Form.useWatch('condition', form) ?? rule.condition;
  const send = useWrite(changeRule, [listRules]);

  function save(values: Values): void {
    const body = { ...values, effectiveUntil: values.effectiveUntil ?? null };
    send.mutate(
      {
        params: { ruleId: rule.id },
        body: { ...body, condition: rule.condition === null ? null : values.condition },
      },
      saved(onClose),
    );
  }

  return (
    <Modal
      open
      title={t('revisit.newVersion', { reason: words.revisitReason(rule.reason), version: rule.version + 1 })}
      okText={t('revisit.saveVersion')}
      okButtonProps={{ loading: send.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={640}
    >
      <Form<Values>
        className="stack"
        form={form}
        layout="vertical"
        initialValues={{
          ...rule,
          effectiveFrom: rule.effectiveFrom > today() ? rule.effectiveFrom : today(),
        }}
        onFinish={save}
      >
        <ConditionField rule={rule} condition={condition} />
        <ForceFields />
      </Form>
      {send.isError ? <ProblemNote error={send.error} /> : null}
    </Modal>
  );
}

function ConditionField({ rule, condition }: { rule: Rule; condition: string | null }): ReactElement {
  const t = useTexts();
  const required = [{ required: true, message: t('start.required') }];
  if (rule.condition === null) return <Alert type="info" showIcon title={t('revisit.builtInText')} />;
  return (
    <>
      <Form.Item
        name="condition"
        label={t('revisit.condition')}
        extra={t('revisit.conditionHint')}
        rules={required}
      >
        <Input.TextArea rows={3} maxLength={500} spellCheck={false} />
      </Form.Item>
      {condition === null ? null : <Preview condition={condition} />}
    </>
  );
}

/** From when to when it is in force, how urgent it is, and how many days are left for the visit. */
function ForceFields(): ReactElement {
  const t = useTexts();
  const required = [{ required: true, message: t('start.required') }];
  return (
    <div className="row">
      <Form.Item name="effectiveFrom" label={t('revisit.from')} rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="effectiveUntil" label={t('revisit.until')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="priority" label={t('revisit.priority')} rules={required}>
        <InputNumber min={1} max={9} precision={0} controls={false} />
      </Form.Item>
      <Form.Item name="dueDays" label={t('revisit.dueDays')} rules={required}>
        <InputNumber min={1} max={365} precision={0} controls={false} />
      </Form.Item>
    </div>
  );
}

/** “This rule would have flagged N of M”, over a round of the street on screen. */
function Preview({ condition }: { condition: string }): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const areaId = area.streetId ?? area.id;
  const rounds = useRead(listRounds, { params: { areaId } });
  const [roundId, setRoundId] = useState<string | null>(null);
  const preview = useWrite(previewRule);
  const walked = (rounds.data ?? []).filter((round) => round.state !== 'draft');
  const chosen = roundId ?? walked[0]?.id ?? null;
  return (
    <div className="stack">
      <div className="row">
        <Select
          className="filter-search"
          aria-label={t('rates.round')}
          value={chosen}
          onChange={setRoundId}
          options={walked.map((round) => ({ value: round.id, label: round.name }))}
        />
        <Button
          disabled={chosen === null}
          loading={preview.isPending}
          onClick={() =>
            chosen === null
              ? undefined
              : preview.mutate({ params: { areaId }, body: { roundId: chosen, condition } })
          }
        >
          {t('revisit.preview')}
        </Button>
      </div>
      {preview.data === undefined ? null : (
        <Alert
          type="info"
          showIcon
          title={t('revisit.previewResult', { flagged: preview.data.flagged, of: preview.data.of })}
          description={t('revisit.previewOnly')}
        />
      )}
      {preview.isError ? <ProblemNote error={preview.error} /> : null}
    </div>
  );
}
