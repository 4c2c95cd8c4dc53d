import { Alert, Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactElement } from 'react';
import { listDraws, replayDraw, type ResponseOf, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { ReplicateRelease } from './replicate-release.tsx';

type Draw = ResponseOf<typeof listDraws>[number];

/** How each community's sample was drawn, and a replay that must give the same list. */
export function DrawsTab({ round }: { round: RoundView }): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const draws = useRead(listDraws, { params: { areaId: area.id, roundId: round.id } });
  const columns = useDrawColumns(round, area.id);
  return (
    <div className="stack">
      <p className="muted">{t('round.drawText')}</p>
      <Loaded of={draws}>
        {(all) => (
          <Table<Draw>
            size="small"
            rowKey="communityId"
            pagination={false}
            dataSource={all}
            scroll={{ x: 900 }}
            columns={columns}
          />
        )}
      </Loaded>
    </div>
  );
}

function Replay({ draw, round, areaId }: { draw: Draw; round: RoundView; areaId: string }): ReactElement {
  const t = useTexts();
  const replay = useWrite(replayDraw);
  const params = { areaId, roundId: round.id, communityId: draw.communityId };
  return (
    <div className="row">
      <Button size="small" loading={replay.isPending} onClick={() => replay.mutate({ params })}>
        {t('round.replay')}
      </Button>
      {replay.data === undefined ? null : (
        <Alert
          type={replay.data.equal && replay.data.frameHashEqual ? 'success' : 'error'}
          showIcon
          title={
            replay.data.equal && replay.data.frameHashEqual
              ? t('round.replayEqual', { count: replay.data.drawn })
              : t('round.replayDiffers')
          }
        />
      )}
      {replay.isError ? <ProblemNote error={replay.error} /> : null}
    </div>
  );
}

function useDrawColumns(round: RoundView, areaId: string): ColumnsType<Draw> {
  const t = useTexts();
  const format = useFormat();
  return [
    { title: t('rates.community'), className: 'nowrap', dataIndex: 'communityName' },
    {
      title: t('round.frameSize'),
      className: 'number',
      render: (_, draw) => format.number(draw.frameSize),
    },
    {
      title: t('round.drawn'),
      className: 'number',
      render: (_, draw) => format.number(draw.sampleSize),
    },
    {
      title: t('round.reserves'),
      render: (_, draw) => <ReplicateRelease draw={draw} round={round} areaId={areaId} />,
    },
    {
      title: t('round.probability'),
      className: 'number',
      render: (_, draw) => draw.currentProbability.toFixed(4),
    },
    {
      title: t('round.algorithm'),
      className: 'nowrap',
      render: (_, { algorithm }) => (
        <span title={algorithm}>
          {algorithm.startsWith('fractional-systematic/') ? t('round.systematic') : algorithm}
        </span>
      ),
    },
    {
      title: t('round.seed'),
      // The round's seed; behind the first stroke stand the street and the community it was drawn for.
      render: (_, { seed }) => <code title={seed}>{seed.split('/')[0]}</code>,
    },
    {
      title: t('round.frameHash'),
      render: (_, draw) => <code title={draw.frameHash}>{draw.frameHash.slice(0, 12)}</code>,
    },
    {
      title: t('round.replay'),
      width: 260,
      render: (_, draw) => <Replay draw={draw} round={round} areaId={areaId} />,
    },
  ];
}
