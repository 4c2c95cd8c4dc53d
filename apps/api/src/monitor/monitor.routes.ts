import { must } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { Problem, type RoundView } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import * as queries from './monitor.queries.ts';
import { fewestDoors, presentOutcomes } from './present-outcomes.ts';
import { readPace } from './read-pace.ts';

/** What the monitor asks the rounds for: whoever may not see a round is told that there is none. */
export type MonitorWiring = {
  readRound: (deps: Deps, place: Place, roundId: string) => Promise<RoundView>;
};

export function monitorRoutes(wiring: MonitorWiring) {
  /** A draft has no doors yet. @throws Problem notFound, roundStateWrong */
  async function readStarted(deps: Deps, place: Place, roundId: string): Promise<RoundView> {
    const round = await wiring.readRound(deps, place, roundId);
    if (round.state === 'draft') throw new Problem('roundStateWrong', { state: round.state });
    return round;
  }

  return [
    route(protocol.readOutcomes, async ({ deps, params, ...place }) => {
      const { id } = await readStarted(deps, place, params.roundId);
      const rows = await queries.countOutcomes(deps.sql, streetOf(place), id, place.communityIds);
      const communities = place.communityIds.map((areaId) => must(deps.areas.get(areaId), 'a community'));
      return {
        dataTime: deps.now().toISOString(),
        fewest: fewestDoors,
        rows: presentOutcomes(rows, communities),
      };
    }),

    route(protocol.readPace, async ({ deps, params, ...place }) => {
      const round = await readStarted(deps, place, params.roundId);
      const of = [streetOf(place), round.id, place.communityIds] as const;
      const [[doors], settledByDay] = await Promise.all([
        queries.countDoors(deps.sql, ...of),
        queries.countSettledByDay(deps.sql, ...of),
      ]);
      return readPace(round, { ...must(doors, 'the count'), settledByDay }, deps.now().toISOString());
    }),
  ];
}
