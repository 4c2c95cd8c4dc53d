import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';

/** A new password, twice; the value is `next`. */
export function NewPasswordFields(): ReactElement {
  const t = useTexts();
  return (
    <>
      <Form.Item
        name="next"
        label={t('start.newPassword')}
        extra={t('start.passwordHint')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('start.passwordAgain')}
        dependencies={['next']}
        rules={[
          { required: true, message: t('start.required') },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('start.passwordsDiffer'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
