import { Button, Popconfirm, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState, type ReactElement } from 'react';
import { deleteBot, listBots, pauseBot, testBot, type BotView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify } from '../../parts/notify.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { BotDialog } from './bot-dialog.tsx';

/** Group chats that are told of rounds by their bots. */
export function BotsPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const local = area.kind === 'street' || area.kind === 'community';
  if (!local || !may(session, tree, 'bots.manage', area.id))
    return <EmptyHint title={t('bot.chooseArea')} hint={t('bot.chooseAreaHint')} />;
  return <Bots key={area.id} areaId={area.id} />;
}

function Bots({ areaId }: { areaId: string }): ReactElement {
  const t = useTexts();
  const [adding, setAdding] = useState(false);
  const bots = useRead(listBots, { params: { areaId } }, { every: 5000 });
  const columns = useBotColumns(areaId);
  return (
    <>
      <PageHead title={t('bot.title')} about={t('bot.about')}>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('bot.add')}
        </Button>
      </PageHead>
      <Loaded of={bots}>
        {({ hosts, items }) => (
          <>
            <Table<BotView>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={items}
              columns={columns}
              locale={{ emptyText: <EmptyHint title={t('bot.none')} hint={t('bot.noneHint')} /> }}
            />
            {adding ? <BotDialog areaId={areaId} hosts={hosts} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
}

function useBotColumns(areaId: string): ColumnsType<BotView> {
  const t = useTexts();
  const { tree } = useArea();
  return [
    {
      title: t('bot.name'),
      render: (_, { name, kind }) => (
        <>
          {name}
          <div className="small muted">{t(`bot.kind.${kind}`)}</div>
        </>
      ),
    },
    { title: t('bot.area'), render: (_, bot) => tree.find(bot.areaId)?.name },
    {
      title: t('bot.events'),
      render: (_, { events }) => events.map((one) => t(`bot.event.${one}`)).join(' · '),
    },
    { title: t('bot.last'), render: (_, bot) => <Last bot={bot} /> },
    { title: '', render: (_, bot) => <Acts areaId={areaId} bot={bot} /> },
  ];
}

/** How the latest message went, what still waits, and what was given up. */
function Last({ bot: { last, pausedAt, waiting, givenUp } }: { bot: BotView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  return (
    <>
      {pausedAt === null ? null : <Tag>{t('bot.paused')}</Tag>}
      {last === null ? (
        <span className="muted">{t('bot.nothingYet')}</span>
      ) : (
        <span>
          {t(`bot.result.${last.result}`)} · {format.moment(last.at)}
        </span>
      )}
      {waiting === 0 ? null : <div className="small">{t('bot.waiting', { count: waiting })}</div>}
      {givenUp === 0 ? null : <div className="small danger">{t('bot.givenUp', { count: givenUp })}</div>}
    </>
  );
}

function Acts({ areaId, bot: { id, name, pausedAt } }: { areaId: string; bot: BotView }): ReactElement {
  const t = useTexts();
  const { done, failed } = useNotify();
  const [pause, test, remove] = [useWrite(pauseBot, [listBots]), useWrite(testBot, [listBots]), useWrite(deleteBot, [listBots])]; // prettier-ignore
  const params = { areaId, botId: id };
  const paused = pausedAt !== null;
  const label = (text: string): string => `${text} ${name}`;
  const tested = { onSuccess: () => done(t('bot.testSent')), onError: failed };
  return (
    <div className="row">
      <Button size="small" aria-label={label(t('bot.test'))} onClick={() => test.mutate({ params }, tested)}>
        {t('bot.test')}
      </Button>
      <Button
        size="small"
        aria-label={label(paused ? t('bot.resume') : t('bot.pause'))}
        onClick={() => pause.mutate({ params, body: { paused: !paused } }, { onError: failed })}
      >
        {paused ? t('bot.resume') : t('bot.pause')}
      </Button>
      <Popconfirm
        title={t('bot.deleteTitle', { name })}
        description={t('bot.deleteText')}
        okText={t('shell.delete')}
        cancelText={t('shell.cancel')}
        onConfirm={() => remove.mutate({ params }, { onError: failed })}
      >
        <Button size="small" danger aria-label={label(t('shell.delete'))}>
          {t('shell.delete')}
        </Button>
      </Popconfirm>
    </div>
  );
}
