import * as protocol from '@huhudao/protocol';
import { must, type Purpose, type Role } from '@huhudao/domain';
import { newId, Problem, type RoundView } from '@huhudao/protocol';
import type { Announce } from '../http/announce.ts';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place, type Scope } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import { listExtensions } from './extensions.queries.ts';
import * as commands from './monitor.commands.ts';
import * as queries from './monitor.queries.ts';
import { fewestDoors, presentOutcomes } from './present-outcomes.ts';
import { readPace } from './read-pace.ts';
import { readStuck } from './read-stuck.ts';

/** What the monitor asks the rounds for: whoever may not see a round is told that there is none. */
export type MonitorWiring = {
  readRound: (deps: Deps, place: Place & Scope, roundId: string) => Promise<RoundView>;
  /** Who decides about rounds of a purpose. @throws Problem roundPurposeWrong */
  checkPurpose: (purpose: Purpose, roles: readonly Role[]) => void;
  announce: Announce;
};

/** A draft has no doors yet. @throws Problem notFound, roundStateWrong */
const readStarted =
  ({ readRound }: MonitorWiring) =>
  async (deps: Deps, place: Place & Scope, roundId: string): Promise<RoundView> => {
    const round = await readRound(deps, place, roundId);
    if (round.state === 'draft') throw new Problem('roundStateWrong', { state: round.state });
    return round;
  };

function figures(wiring: MonitorWiring) {
  const started = readStarted(wiring);
  return [
    route(protocol.readOutcomes, async ({ deps, params, ...place }) => {
      const { id } = await started(deps, place, params.roundId);
      const rows = await queries.countOutcomes(deps.sql, streetOf(place), id, place.communityIds);
      const communities = place.communityIds.map((areaId) => must(deps.areas.get(areaId), 'a community'));
      const dataTime = deps.now().toISOString();
      return { dataTime, fewest: fewestDoors, rows: presentOutcomes(rows, communities) };
    }),

    route(protocol.readPace, async ({ deps, params, ...place }) => {
      const round = await started(deps, place, params.roundId);
      const of = [streetOf(place), round.id, place.communityIds] as const;
      const [[doors], settledByDay] = await Promise.all([
        queries.countDoors(deps.sql, ...of),
        queries.countSettledByDay(deps.sql, ...of),
      ]);
      return readPace(round, { ...must(doors, 'the count'), settledByDay }, deps.now().toISOString());
    }),

    route(protocol.readStuck, async ({ deps, params, ...place }) => {
      const round = await started(deps, place, params.roundId);
      if (round.state !== 'open') throw new Problem('roundStateWrong', { state: round.state });
      const { communityIds } = place;
      return readStuck(deps, { streetId: streetOf(place), roundId: round.id, communityIds });
    }),
  ];
}

function actions({ readRound, checkPurpose, announce }: MonitorWiring) {
  return [
    route(protocol.remindTeams, async ({ deps, actor, params, body, ...place }) => {
      const { id: roundId } = await readRound(deps, place, params.roundId);
      const { communityIds } = place;
      const input = { ...body, roundId, communityIds, announce };
      return { people: await inStreet(deps, streetOf(place), actor, commands.remindTeams, input) };
    }),

    route(protocol.listExtensions, async ({ deps, params, ...place }) => {
      const { id } = await readRound(deps, place, params.roundId);
      return listExtensions(deps.sql, streetOf(place), id);
    }),

    route(protocol.extendRound, async ({ deps, actor, params, body, ...place }) => {
      const round = await readRound(deps, place, params.roundId);
      checkPurpose(round.purpose, place.roles);
      const [id, streetId] = [newId(), streetOf(place)];
      await inStreet(deps, streetId, actor, commands.extendRound, {
        ...body,
        id,
        roundId: round.id,
        announce,
      });
      const made = (await listExtensions(deps.sql, streetId, round.id)).find((one) => one.id === id);
      return must(made, 'the extension');
    }),

    route(protocol.undoExtension, async ({ deps, actor, params, ...place }) => {
      const round = await readRound(deps, place, params.roundId);
      checkPurpose(round.purpose, place.roles);
      const input = { roundId: round.id, extensionId: params.extensionId, announce };
      await inStreet(deps, streetOf(place), actor, commands.undoExtension, input);
      return undefined;
    }),
  ];
}

export const monitorRoutes = (wiring: MonitorWiring) => [...figures(wiring), ...actions(wiring)];
