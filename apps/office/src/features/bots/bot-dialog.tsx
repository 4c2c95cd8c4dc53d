import { Checkbox, Form, Input, Modal, Radio } from 'antd';
import type { ReactElement } from 'react';
import { botEvents, botKinds } from '@huhudao/domain';
import { addBot, listBots, type BodyOf } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Values = Omit<BodyOf<typeof addBot>, 'locale' | 'secret'> & { secret?: string };
type Props = { areaId: string; hosts: readonly string[]; onClose: () => void };

/** A bot of a group chat: its address is typed in once and never shown again. */
export function BotDialog({ areaId, hosts, onClose }: Props): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const { tree } = useArea();
  const saved = useSaved();
  const [form] = Form.useForm<Values>();
  const add = useWrite(addBot, [listBots]);

  function save({ secret = '', ...values }: Values): void {
    const body = { ...values, secret: secret.trim() === '' ? null : secret.trim(), locale };
    add.mutate({ params: { areaId }, body }, saved(onClose));
  }

  return (
    <Modal
      open
      title={t('bot.addFor', { area: tree.find(areaId)?.name ?? '' })}
      okText={t('shell.save')}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'weCom', events: [...botEvents] }}
        onFinish={save}
      >
        <BotFields hosts={hosts} kind={Form.useWatch('kind', form)} />
      </Form>
      {add.isError ? <ProblemNote error={add.error} /> : null}
    </Modal>
  );
}

function BotFields({
  hosts,
  kind,
}: {
  hosts: readonly string[];
  kind: Values['kind'] | undefined;
}): ReactElement {
  const t = useTexts();
  const required = [{ required: true, message: t('start.required') }];
  return (
    <>
      <Form.Item name="kind" label={t('bot.chat')}>
        <Radio.Group options={botKinds.map((value) => ({ value, label: t(`bot.kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('bot.name')} rules={required}>
        <Input maxLength={120} placeholder={t('bot.nameExample')} />
      </Form.Item>
      <Form.Item
        name="url"
        label={t('bot.url')}
        extra={t('bot.urlHint', { hosts: hosts.join(' · ') })}
        rules={required}
      >
        <Input maxLength={500} autoComplete="off" spellCheck={false} />
      </Form.Item>
      {kind === 'dingTalk' ? (
        <Form.Item name="secret" label={t('bot.secret')} extra={t('bot.secretHint')}>
          <Input.Password maxLength={200} autoComplete="off" />
        </Form.Item>
      ) : null}
      <Form.Item
        name="events"
        label={t('bot.events')}
        extra={t('bot.eventsHint')}
        // Not `required`: it would say so of a group, for which there is no such word.
        rules={[{ type: 'array', min: 1, message: t('bot.eventsNone') }]}
      >
        <Checkbox.Group options={botEvents.map((value) => ({ value, label: t(`bot.event.${value}`) }))} />
      </Form.Item>
    </>
  );
}
