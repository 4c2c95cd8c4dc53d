import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { changePassword, readSession } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useNotify } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { NewPasswordFields } from './new-password.fields.tsx';

type Values = { current: string; next: string };
type Props = { login: string; onDone: () => void };

/** Change one's own password. The user name stands in the form so that password managers know whose it is. */
export function PasswordForm({ login, onDone }: Props): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const send = useWrite(changePassword, [readSession]);
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      onFinish={({ current, next }) =>
        send.mutate(
          { body: { current, next } },
          {
            onSuccess: () => {
              notify.done(t('start.passwordChanged'));
              onDone();
            },
          },
        )
      }
    >
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Form.Item
        name="current"
        label={t('start.currentPassword')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields />
      {send.isError ? <ProblemNote error={send.error} /> : null}
      <Button className="start-buttons" type="primary" htmlType="submit" loading={send.isPending}>
        {t('start.changePassword')}
      </Button>
    </Form>
  );
}
