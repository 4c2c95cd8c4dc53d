import { Button, Card, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { listRounds, readCoverage, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { CoverageMap } from '../coverage/coverage-map.tsx';
import { CoverageTable } from '../coverage/coverage-table.tsx';
import { StairwellPanel } from '../coverage/stairwell-panel.tsx';

type Props = {
  communityId: string;
  stairwellId: string | undefined;
  choose: (id: string | undefined) => void;
};

/** Coverage of one round by stairwell, and the doors of the stairwell chosen. */
export function CommunityCoverage({ communityId, stairwellId, choose }: Props): ReactElement {
  const t = useTexts();
  const rounds = useRead(listRounds, { params: { areaId: communityId } });
  return (
    <Card size="small">
      <h2>{t('community.coverage')}</h2>
      <Loaded of={rounds}>
        {(all) => {
          const walked = all.filter((round) => round.state !== 'draft');
          const [newest] = walked;
          if (newest === undefined) {
            return <EmptyHint title={t('overview.coverageNone')} hint={t('overview.coverageNoneHint')} />;
          }
          return (
            <ByStairwell
              rounds={walked}
              newest={walked.find((round) => round.state === 'open') ?? newest}
              communityId={communityId}
              stairwellId={stairwellId}
              choose={choose}
            />
          );
        }}
      </Loaded>
    </Card>
  );
}

type ByStairwellProps = Props & { rounds: RoundView[]; newest: RoundView };

function ByStairwell({ rounds, newest, communityId, stairwellId, choose }: ByStairwellProps): ReactElement {
  const t = useTexts();
  const { tree } = useArea();
  const place = tree.find(communityId)?.name ?? '';
  const [roundId, setRoundId] = useState(newest.id);
  const coverage = useRead(
    readCoverage,
    { params: { areaId: communityId, roundId }, query: { by: 'stairwell' } },
    { keep: true },
  );
  return (
    <div className="stack">
      <div className="row">
        <Select
          aria-label={t('rates.round')}
          className="round-choice"
          value={roundId}
          onChange={setRoundId}
          options={rounds.map((round) => ({ value: round.id, label: round.name }))}
        />
      </div>
      <div className="community-stairwells">
        <Loaded of={coverage}>
          {(data) => (
            <div className="community-stairwell-list">
              <CoverageTable
                rows={data.rows}
                renderPlace={(row) => (
                  <Button type="link" size="small" onClick={() => choose(row.id)}>
                    {row.name}
                  </Button>
                )}
              />
            </div>
          )}
        </Loaded>
        {stairwellId === undefined ? (
          <EmptyHint title={t('community.pickStairwell')} hint={t('community.pickStairwellHint')} />
        ) : (
          <StairwellPanel areaId={communityId} stairwellId={stairwellId} roundId={roundId} />
        )}
      </div>
      {coverage.data === undefined ? null : (
        <CoverageMap rows={coverage.data.rows} place={place} roundId={roundId} />
      )}
    </div>
  );
}
