import { Button, Table } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listRounds, type RoundView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { ShareBar } from '../../parts/share-bar.tsx';
import { HiddenChip } from './hidden-chip.tsx';
import { RoundStateChip } from './round-state-chip.tsx';

/** All rounds of the street, the newest first. */
export function RoundsPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const navigate = useNavigate();
  const rounds = useRead(listRounds, { params: { areaId: area.id } });
  const mayPrepare = may(session, tree, 'rounds.prepare', area.streetId ?? area.id);
  const mayMeasure = may(session, tree, 'programmes.manage', area.id);
  const begin = (
    <Button type="primary" onClick={() => void navigate({ to: '/rounds/new' })}>
      {t('round.new')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('round.title')} about={area.name}>
        {mayMeasure ? (
          <Button onClick={() => void navigate({ to: '/programmes' })}>{t('programme.title')}</Button>
        ) : null}
        {mayPrepare ? begin : null}
      </PageHead>
      <Loaded of={rounds}>
        {(all) =>
          all.length === 0 ? (
            <EmptyHint
              title={t('round.none')}
              hint={mayPrepare ? t('round.noneHint') : t('round.noneHintOthers')}
            >
              {mayPrepare ? begin : null}
            </EmptyHint>
          ) : (
            <RoundTable rounds={all} />
          )
        }
      </Loaded>
    </>
  );
}

function RoundTable({ rounds }: { rounds: RoundView[] }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const title = useTitle();
  const { locale } = useLocale();
  return (
    <Table<RoundView>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rounds}
      columns={[
        {
          title: t('round.name'),
          className: 'nowrap',
          render: (_, round) => (
            <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
              {round.name}
            </Link>
          ),
        },
        { title: t('round.purpose'), render: (_, round) => words.purpose(round.purpose) },
        {
          title: t('round.state'),
          render: (_, round) => (
            <span className="row">
              <RoundStateChip state={round.state} />
              <HiddenChip round={round} />
            </span>
          ),
        },
        {
          title: t('round.window'),
          className: 'nowrap',
          render: (_, { startsOn, deadline }) =>
            `${formatShortDay(startsOn, locale)} – ${formatShortDay(deadline, locale)}`,
        },
        {
          title: t('round.questionnaire'),
          render: (_, round) => (round.questionnaireTitle === null ? '—' : title(round.questionnaireTitle)),
        },
        { title: t('round.progress'), width: 232, render: (_, round) => <Progress round={round} /> },
      ]}
    />
  );
}

function Progress({ round }: { round: RoundView }): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  if (round.assigned === 0) return null;
  const label = t('round.progressLine', {
    settled: format.number(round.settled),
    assigned: format.number(round.assigned),
  });
  return (
    <>
      <ShareBar share={round.settled / round.assigned} label={label} />
      <div className="small muted">{label}</div>
    </>
  );
}
