import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { changeStewardPhone } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { changedByTerms, phonePattern } from './term-dialog.tsx';

type Props = { params: { areaId: string; termId: string }; phone: string | null };

/** Which number the notice board publishes; an empty one publishes none. */
export function PhoneForm({ params, phone }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const change = useWrite(changeStewardPhone, changedByTerms);
  const save = ({ phone: typed = '' }: { phone?: string }): void => {
    const next = typed.trim() === '' ? null : typed.trim();
    change.mutate({ params, body: { phone: next } }, saved());
  };
  return (
    <Form layout="vertical" initialValues={{ phone: phone ?? '' }} onFinish={save}>
      <Form.Item
        name="phone"
        label={t('steward.phoneLabel')}
        extra={t('steward.phoneHint')}
        rules={[{ pattern: phonePattern, message: t('steward.phoneWrong') }]}
      >
        <Input maxLength={26} autoComplete="off" />
      </Form.Item>
      {change.isError ? <ProblemNote error={change.error} /> : null}
      <Button htmlType="submit" loading={change.isPending}>
        {t('steward.savePhone')}
      </Button>
    </Form>
  );
}
