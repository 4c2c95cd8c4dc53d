import { isDeepStrictEqual } from 'node:util';
import { must, type Role } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { allows, newId, Problem, type BodyOf, type RoundView } from '@huhudao/protocol';
import { publishableCompletes } from '@huhudao/statistics';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import { listAssessors } from './assessors.queries.ts';
import * as coverage from './coverage.queries.ts';
import { shareOutSample } from './allocate-sample.ts';
import { replay } from './draw-sample.ts';
import * as frames from './frame.queries.ts';
import { openRound, type OpenInput } from './open-round.ts';
import { caseRoutes } from './cases.routes.ts';
import { countPlaces } from './places.queries.ts';
import { checkScope, placeRoutes } from './places.routes.ts';
import { programmeRoutes } from './programmes.routes.ts';
import { probabilityAfter, releaseReplicate } from './release-replicate.ts';
import { releaseRound } from './release-round.ts';
import * as commands from './rounds.commands.ts';
import { checkPurpose } from './round-purpose.ts';
import { reachOf, readRound, readRounds } from './visible-rounds.ts';

export type RoundWiring = {
  closing: Omit<commands.CloseInput, 'roundId'>;
  tellOpened: OpenInput['tell'];
};

/**
 * Which teams go is the street's to say in every round; whatever else a measurement round is, the district decides.
 * A programme's round is the same in every street.
 * @throws Problem roundPurposeWrong, programmeFixed
 */
function checkChange(
  round: RoundView,
  body: BodyOf<typeof protocol.changeRound>,
  roles: readonly Role[],
): void {
  const onlyTeams = isDeepStrictEqual(apartFromTeams(round), apartFromTeams(body));
  if (onlyTeams && allows('rounds.assign', roles)) return;
  if (round.programmeId !== null) throw new Problem('programmeFixed');
  checkPurpose(round.purpose, roles);
  checkPurpose(body.purpose, roles);
}

const apartFromTeams = (round: BodyOf<typeof protocol.changeRound>): unknown =>
  protocol.roundBody.omit({ teamIds: true, cases: true }).strip().parse(round);

/** The street of a place and what it lies in. */
function areasAbove(deps: Deps, place: Place): string[] {
  const street = deps.areas.get(streetOf(place));
  return [street?.id, street?.parentId].filter((id) => typeof id === 'string');
}

const drafts = [
  route(protocol.listRounds, async ({ deps, ...place }) => readRounds(deps, place, null)),

  route(protocol.readRound, async ({ deps, params, ...place }) => readRound(deps, place, params.roundId)),

  route(protocol.listAssessors, async ({ deps, ...place }) =>
    listAssessors(deps.sql, streetOf(place), areasAbove(deps, place), null),
  ),

  route(protocol.createRound, async ({ deps, actor, body, ...place }) => {
    checkPurpose(body.purpose, place.roles);
    checkScope(place, body.scope.communityIds);
    const id = newId();
    await inStreet(deps, streetOf(place), actor, commands.createRound, {
      ...body,
      id,
      areaIds: areasAbove(deps, place),
    });
    return readRound(deps, place, id);
  }),

  route(protocol.changeRound, async ({ deps, actor, body, params, ...place }) => {
    const round = await readRound(deps, place, params.roundId);
    checkChange(round, body, place.roles);
    checkScope(place, body.scope.communityIds);
    await inStreet(deps, streetOf(place), actor, commands.changeRound, {
      ...body,
      id: params.roundId,
      areaIds: areasAbove(deps, place),
    });
    return readRound(deps, place, params.roundId);
  }),

  route(protocol.deleteRound, async ({ deps, actor, params, ...place }) => {
    const round = await readRound(deps, place, params.roundId);
    checkPurpose(round.purpose, place.roles);
    await inStreet(deps, streetOf(place), actor, commands.deleteRound, { roundId: round.id });
    return undefined;
  }),
];

const course = (wiring: RoundWiring) => [
  route(protocol.openRound, async ({ deps, actor, params, ...place }) => {
    const round = await readRound(deps, place, params.roundId);
    checkPurpose(round.purpose, place.roles);
    const communityNames = new Map(deps.areas.all().map((area) => [area.id, area.name]));
    await inStreet(deps, streetOf(place), actor, openRound, {
      roundId: round.id,
      communityNames,
      tell: wiring.tellOpened,
    });
    return readRound(deps, place, round.id);
  }),

  route(protocol.closeRound, async ({ deps, actor, params, ...place }) => {
    const round = await readRound(deps, place, params.roundId);
    checkPurpose(round.purpose, place.roles);
    await inStreet(deps, streetOf(place), actor, commands.closeRound, {
      roundId: round.id,
      ...wiring.closing,
    });
    return readRound(deps, place, round.id);
  }),

  route(protocol.releaseRound, async ({ deps, actor, params, ...place }) => {
    const round = await readRound(deps, place, params.roundId);
    await inStreet(deps, streetOf(place), actor, releaseRound, { roundId: round.id });
    return readRound(deps, place, round.id);
  }),

  route(protocol.assignStairwells, async ({ deps, actor, body, params, ...place }) => {
    const { id } = await readRound(deps, place, params.roundId);
    const { communityIds } = place;
    return inStreet(deps, streetOf(place), actor, commands.assignStairwells, {
      ...body,
      roundId: id,
      communityIds,
    });
  }),
];

async function readDraws(deps: Deps, place: Place, roundId: string) {
  const draws = await frames.listDraws(deps.sql, streetOf(place), roundId);
  return draws
    .filter((draw) => place.communityIds.includes(draw.communityId))
    .map((draw) => ({
      ...draw,
      communityName: deps.areas.get(draw.communityId)?.name ?? draw.communityId,
      currentProbability: probabilityAfter(draw, draw.released.length),
    }));
}

async function findBuilding(deps: Deps, place: Place, buildingId: string | null) {
  if (buildingId === null) return null;
  const [building] = await coverage.findBuilding(deps.sql, streetOf(place), buildingId, place.communityIds);
  return building ?? null;
}

const figures = [
  route(protocol.readCoverage, async ({ deps, identity, params, query, ...place }) => {
    const streetId = streetOf(place);
    const { id, purpose } = await readRound(deps, place, params.roundId);
    const reach = await reachOf(deps, place, identity.personId, purpose);
    const { by, gridId = null, buildingId = null } = query;
    const view = { ...reach, by, gridId, buildingId };
    const rows = await coverage.countCoverage(deps.sql, streetId, id, view);
    const building = await findBuilding(deps, place, buildingId);
    // Whoever looks after a part of the street is not told of buildings outside it.
    if (buildingId !== null && (building === null || (reach.only !== null && rows.length === 0)))
      throw new Problem('notFound');
    return { dataTime: deps.now().toISOString(), building, rows };
  }),

  route(protocol.allocateSample, async ({ deps, body, ...place }) => {
    const communityIds = [...new Set(body.communityIds)];
    checkScope(place, communityIds);
    const counts = await countPlaces(deps.sql, streetOf(place), body);
    const sizeOf = new Map(counts.map((row) => [row.communityId, row.visitable]));
    const communities = shareOutSample({ ...body, communityIds }, sizeOf).map((share) => ({
      ...share,
      communityName: deps.areas.get(share.communityId)?.name ?? share.communityId,
    }));
    return { floor: publishableCompletes, communities };
  }),

  route(protocol.listDraws, async ({ deps, params, ...place }) => {
    const { id } = await readRound(deps, place, params.roundId);
    return readDraws(deps, place, id);
  }),

  route(protocol.releaseReplicate, async ({ deps, actor, body, params, ...place }) => {
    const { id } = await readRound(deps, place, params.roundId);
    const { communityId } = params;
    if (!place.communityIds.includes(communityId)) throw new Problem('notFound');
    const input = { ...body, roundId: id, communityId };
    await inStreet(deps, streetOf(place), actor, releaseReplicate, input);
    const draw = (await readDraws(deps, place, id)).find((one) => one.communityId === communityId);
    return must(draw, 'the draw of a released replicate');
  }),

  route(protocol.replayDraw, async ({ deps, params, ...place }) => {
    const { id } = await readRound(deps, place, params.roundId);
    const streetId = streetOf(place);
    const stored = (await frames.listDraws(deps.sql, streetId, id)).find(
      (draw) => draw.communityId === params.communityId,
    );
    if (stored === undefined || !place.communityIds.includes(stored.communityId))
      throw new Problem('notFound');
    const frame = await frames.listFrameEntries(deps.sql, streetId, id, stored.communityId);
    const inUse = await frames.listSampled(deps.sql, streetId, id, stored.communityId);
    return replay(
      frame,
      stored,
      inUse.map((one) => one.householdId),
    );
  }),
];

export const roundRoutes = (wiring: RoundWiring) => [
  ...drafts,
  ...placeRoutes,
  ...caseRoutes,
  ...programmeRoutes,
  ...course(wiring),
  ...figures,
];
