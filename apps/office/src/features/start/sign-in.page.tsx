import { Button, Card, Form, Input, type FormInstance } from 'antd';
import type { ReactElement } from 'react';
import { signIn } from '@huhudao/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { sessionKey, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { DemoPeople } from './demo-people.tsx';
import { StartFrame } from './frame.tsx';

type Values = { login: string; password: string };

/** Signing in; while the installation holds demonstration data, the people to try it as stand beside. */
export function SignInPage({ demo }: { demo: boolean }): ReactElement {
  const t = useTexts();
  const [form] = Form.useForm<Values>();
  return (
    <StartFrame title={t('start.signInTitle')}>
      <div className="start-columns">
        <SignInForm form={form} />
        {demo ? <DemoPeople onChoose={(person) => form.setFieldsValue(person)} /> : null}
      </div>
    </StartFrame>
  );
}

function SignInForm({ form }: { form: FormInstance<Values> }): ReactElement {
  const t = useTexts();
  const client = useQueryClient();
  const send = useWrite(signIn);
  const required = [{ required: true, message: t('start.required') }];
  return (
    <Card className="start-card">
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) =>
          send.mutate({ body }, { onSuccess: (session) => client.setQueryData(sessionKey, session) })
        }
      >
        <Form.Item name="login" label={t('start.login')} rules={required}>
          <Input autoComplete="username" autoCapitalize="off" spellCheck={false} autoFocus size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('start.password')} rules={required}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        {send.isError ? <ProblemNote error={send.error} /> : null}
        <Button
          className="start-buttons"
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={send.isPending}
        >
          {t('start.signIn')}
        </Button>
      </Form>
    </Card>
  );
}
