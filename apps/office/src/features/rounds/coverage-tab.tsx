import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { RoundView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useSession } from '../../api/session.ts';
import { CoverageDoors } from '../monitor/coverage-doors.tsx';
import { CoveragePlaces } from '../monitor/coverage-places.tsx';
import { CommunityMap } from '../monitor/community-map.tsx';
import { ListChoice } from '../monitor/list-choice.tsx';
import { levelBelow, type DrillPlace } from '../monitor/drill.ts';
import { AssignBar } from './assign-bar.tsx';

const route = getRouteApi('/rounds/$roundId');

/** From the communities down to the doors, place by place as the address says; stairwells can be given to a team. */
export function CoverageTab({ round }: { round: RoundView }): ReactElement {
  const { tree, area } = useArea();
  const { list, community: chosen, grid, building, stairwell } = route.useSearch();
  const fixed = area.kind === 'community';
  const community = fixed ? area.id : chosen;
  const place: DrillPlace = community === undefined ? {} : { community, grid, building, stairwell };
  const shown = { round, place, fixed, areaId: community ?? area.id };
  if (place.stairwell !== undefined) return <CoverageDoors {...shown} stairwellId={place.stairwell} />;
  const hasGrids = tree.below(shown.areaId).some((one) => one.kind === 'grid');
  const level = levelBelow(place, hasGrids);
  const atCommunity = community !== undefined && grid === undefined && building === undefined;
  if (atCommunity && list === 'map') return <CommunityMap {...shown} />;
  if (level === 'stairwell' || (atCommunity && list === 'stairwells'))
    return <Stairwells key={JSON.stringify(place)} {...shown} choosable={atCommunity} />;
  return (
    <CoveragePlaces {...shown} level={level === 'door' ? 'stairwell' : level}>
      {atCommunity ? <ListChoice list="places" /> : null}
    </CoveragePlaces>
  );
}

type Props = { round: RoundView; place: DrillPlace; fixed: boolean; areaId: string; choosable: boolean };

/** Stairwells can be chosen and given to a team by those who assign. */
function Stairwells({ choosable, ...shown }: Props): ReactElement {
  const session = useSession();
  const { tree } = useArea();
  const [selected, setSelected] = useState<string[]>([]);
  const { round, areaId } = shown;
  const mayAssign = round.state === 'open' && may(session, tree, 'rounds.assign', areaId);
  return (
    <CoveragePlaces
      {...shown}
      level="stairwell"
      {...(mayAssign ? { selection: { selected, onChange: setSelected } } : {})}
    >
      {choosable ? <ListChoice list="stairwells" /> : null}
      {mayAssign ? (
        <AssignBar round={round} communityId={areaId} selected={selected} onDone={() => setSelected([])} />
      ) : null}
    </CoveragePlaces>
  );
}
