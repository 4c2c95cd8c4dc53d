import { Button } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { readCoverage, type CoverageRow, type RoundView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { CoverageTable } from '../coverage/coverage-table.tsx';
import { StairwellPanel } from '../coverage/stairwell-panel.tsx';
import { AssignBar } from './assign-bar.tsx';

const route = getRouteApi('/rounds/$roundId');

/** From the communities down to the stairwells and their doors; stairwells can be given to a team. */
export function CoverageTab({ round }: { round: RoundView }): ReactElement {
  const { area } = useArea();
  const { community } = route.useSearch();
  const chosen = area.kind === 'community' ? area.id : community;
  if (chosen === undefined) return <ByCommunity round={round} />;
  return <ByStairwell key={chosen} round={round} communityId={chosen} fixed={area.kind === 'community'} />;
}

function ByCommunity({ round }: { round: RoundView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { area } = useArea();
  const navigate = route.useNavigate();
  const coverage = useRead(
    readCoverage,
    { params: { areaId: area.id, roundId: round.id }, query: { by: 'community' } },
    { every: 60_000 },
  );
  return (
    <Loaded of={coverage}>
      {(data) => (
        <div className="stack">
          <p className="muted small">
            {t('round.coverageText')} · {t('shell.dataTime', { time: format.moment(data.dataTime) })}
          </p>
          <CoverageTable
            rows={data.rows}
            renderPlace={(row) => (
              <Button
                type="link"
                size="small"
                onClick={() => void navigate({ search: (old) => ({ ...old, community: row.id }) })}
              >
                {row.name}
              </Button>
            )}
            more={[
              {
                title: t('round.attempted'),
                className: 'number',
                render: (_, row) => format.number(row.attempted),
              },
              {
                title: t('round.responded'),
                className: 'number',
                render: (_, row) => format.number(row.responded),
              },
            ]}
          />
        </div>
      )}
    </Loaded>
  );
}

type ByStairwellProps = { round: RoundView; communityId: string; fixed: boolean };

function ByStairwell({ round, communityId, fixed }: ByStairwellProps): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const navigate = route.useNavigate();
  const [selected, setSelected] = useState<string[]>([]);
  const mayAssign = round.state === 'open' && may(session, tree, 'rounds.assign', communityId);
  const back = (): void =>
    void navigate({ search: (old) => ({ ...old, community: undefined, stairwell: undefined }) });
  return (
    <div className="stack">
      <div className="row">
        {fixed ? null : <Button onClick={back}>{t('round.allCommunities')}</Button>}
        <h2>{tree.find(communityId)?.name}</h2>
      </div>
      {mayAssign ? (
        <AssignBar
          round={round}
          communityId={communityId}
          selected={selected}
          onDone={() => setSelected([])}
        />
      ) : null}
      <Stairwells
        round={round}
        communityId={communityId}
        {...(mayAssign ? { selection: { selected, onChange: setSelected } } : {})}
      />
    </div>
  );
}

type StairwellsProps = {
  round: RoundView;
  communityId: string;
  selection?: { selected: string[]; onChange: (ids: string[]) => void };
};

/** The stairwells of a community, and the doors of the one chosen for those who may see households. */
function Stairwells({ round, communityId, selection }: StairwellsProps): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const navigate = route.useNavigate();
  const { stairwell } = route.useSearch();
  const coverage = useRead(
    readCoverage,
    { params: { areaId: communityId, roundId: round.id }, query: { by: 'stairwell' } },
    { every: 60_000 },
  );
  const mayLook = may(session, tree, 'stairwells.read', communityId);
  const choose = (id: string): void => void navigate({ search: (old) => ({ ...old, stairwell: id }) });
  const renderPlace = ({ id, name }: CoverageRow): ReactElement => (
    <Button type="link" size="small" onClick={() => choose(id)}>
      {name}
    </Button>
  );
  const team = { title: t('round.team'), render: (_: unknown, row: CoverageRow) => row.teamName ?? '—' };
  return (
    <div className="round-stairwells">
      <Loaded of={coverage}>
        {(data) => (
          <CoverageTable
            rows={data.rows}
            more={[team]}
            {...(mayLook ? { renderPlace } : {})}
            {...(selection === undefined ? {} : { selection })}
          />
        )}
      </Loaded>
      {mayLook ? <ChosenStairwell round={round} communityId={communityId} stairwellId={stairwell} /> : null}
    </div>
  );
}

type ChosenProps = { round: RoundView; communityId: string; stairwellId: string | undefined };

function ChosenStairwell({ round, communityId, stairwellId }: ChosenProps): ReactElement {
  const t = useTexts();
  if (stairwellId === undefined) {
    return <EmptyHint title={t('community.pickStairwell')} hint={t('community.pickStairwellHint')} />;
  }
  return <StairwellPanel areaId={communityId} stairwellId={stairwellId} roundId={round.id} />;
}
