import { Alert, Button, Descriptions, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { lookAtAnswers, readVersion, type HouseholdView, type ResponseOf } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { readAnswers } from './answer-texts.ts';

type Answered = ResponseOf<typeof lookAtAnswers>[number];

/** Named answers, after saying why; the reason goes into the audit, and the resident can learn who looked. */
export function NamedAnswers({ household }: { household: HouseholdView }): ReactElement {
  const t = useTexts();
  const look = useWrite(lookAtAnswers);
  if (look.data !== undefined) return <Responses responses={look.data} />;
  return (
    <Form<{ reason: string }>
      layout="vertical"
      onFinish={(body) =>
        look.mutate({ params: { areaId: household.communityId, householdId: household.id }, body })
      }
    >
      <Alert type="info" showIcon title={t('household.lookText')} />
      <Form.Item
        name="reason"
        label={t('household.lookReason')}
        rules={[{ required: true, whitespace: true, message: t('start.required') }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      {look.isError ? <ProblemNote error={look.error} /> : null}
      <Button htmlType="submit" loading={look.isPending}>
        {t('household.look')}
      </Button>
    </Form>
  );
}

function Responses({ responses }: { responses: Answered[] }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  if (responses.length === 0) return <p className="muted">{t('household.noAnswers')}</p>;
  return (
    <div className="stack">
      {responses.map((response) => (
        <section key={response.id}>
          <h3>{response.roundName}</h3>
          <p className="muted small">
            {words.identityMode(response.identityMode)} · {words.completionMode(response.completionMode)} ·{' '}
            {format.full(response.receivedAt)}
          </p>
          <AnswerList response={response} />
        </section>
      ))}
    </div>
  );
}

function AnswerList({ response }: { response: Answered }): ReactElement {
  const { locale } = useLocale();
  const version = useRead(readVersion, { params: { hash: response.versionHash } });
  return (
    <Loaded of={version}>
      {({ definition }) => (
        <Descriptions
          size="small"
          column={1}
          bordered
          items={readAnswers(definition, response.answers, locale).map(({ name, title, value }) => ({
            key: name,
            label: title,
            children: value,
          }))}
        />
      )}
    </Loaded>
  );
}
