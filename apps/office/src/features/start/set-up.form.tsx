import { Button, Card, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { readSetup, setUp } from '@huhudao/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { sessionKey, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { NewPasswordFields } from './new-password.fields.tsx';
import { dropSetupToken } from './setup-token.ts';

type Values = { districtName: string; name: string; login: string; next: string };

/** The district and its first administrator, with the code of the one-time link. */
export function SetUpForm({ token }: { token: string }): ReactElement {
  const t = useTexts();
  const client = useQueryClient();
  const send = useWrite(setUp);

  function submit({ districtName, name, login, next }: Values): void {
    send.mutate(
      { body: { token, districtName, name, login, password: next } },
      {
        onSuccess: async (session) => {
          dropSetupToken();
          client.setQueryData(sessionKey, session);
          await client.invalidateQueries({ queryKey: [readSetup.name] });
        },
      },
    );
  }

  return (
    <Card className="start-card">
      <Form<Values> layout="vertical" onFinish={submit} requiredMark={false}>
        <DistrictFields />
        <NewPasswordFields />
        {send.isError ? <ProblemNote error={send.error} /> : null}
        <div className="row start-buttons">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {t('start.setUp')}
          </Button>
          <Button type="text" onClick={dropSetupToken}>
            {t('shell.cancel')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function DistrictFields(): ReactElement {
  const t = useTexts();
  const required = [{ required: true, whitespace: true, message: t('start.required') }];
  return (
    <>
      <Form.Item name="districtName" label={t('start.districtName')} rules={required}>
        <Input placeholder={t('start.districtExample')} maxLength={120} />
      </Form.Item>
      <Form.Item name="name" label={t('start.yourName')} rules={required}>
        <Input autoComplete="name" maxLength={120} />
      </Form.Item>
      <Form.Item
        name="login"
        label={t('start.login')}
        extra={t('start.loginHint')}
        rules={[
          { required: true, message: t('start.required') },
          { pattern: /^[a-z0-9._-]{2,40}$/, message: t('start.loginPattern') },
        ]}
      >
        <Input autoComplete="username" autoCapitalize="off" spellCheck={false} />
      </Form.Item>
    </>
  );
}
