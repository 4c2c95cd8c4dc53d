import {
  changeHousehold,
  decideProposal,
  listHouseholds,
  listProposals,
  Problem,
  readStairwell,
  type HouseholdView,
} from '@huhudao/protocol';
import { must } from '@huhudao/domain';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place, type Scope } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './households.commands.ts';
import { presentHousehold, readFilter } from './households.present.ts';
import * as queries from './households.queries.ts';
import { decideProposal as decideProposalCommand } from './proposals.commands.ts';
import * as proposals from './proposals.queries.ts';
import * as stairwells from './stairwells.queries.ts';

const reachOf = (place: Place): queries.Reach => ({
  streetId: streetOf(place),
  communityIds: place.communityIds,
  gridId: place.area.kind === 'grid' ? place.area.id : null,
});

/** A team leader sees the stairwells their team visits; everybody else who may look, those of the whole place. */
const whole = ({ roles }: Scope): boolean => roles.some((role) => role !== 'teamLeader');

async function readHousehold(deps: Deps, reach: queries.Reach, id: string): Promise<HouseholdView> {
  const [household] = await queries.listHouseholdsById(deps.sql, reach, [id]);
  if (household === undefined) throw new Problem('notFound');
  return presentHousehold(household);
}

/** Something cleared is nothing, not an empty text. */
const emptied = (text: string | null | undefined): string | null | undefined => (text === '' ? null : text);

export const householdRoutes = [
  route(listHouseholds, async ({ deps, query, ...place }) => {
    const reach = reachOf(place);
    const filter = readFilter(query);
    const [counted, rows] = await Promise.all([
      queries.countHouseholds(deps.sql, reach, filter),
      queries.listHouseholds(deps.sql, reach, filter, query),
    ]);
    return { total: must(counted[0], 'the count').count, items: rows.map(presentHousehold) };
  }),

  route(changeHousehold, async ({ deps, actor, params, body, ...place }) => {
    const reach = reachOf(place);
    const { id: householdId } = await readHousehold(deps, reach, params.householdId);
    const change = { ...body, caution: emptied(body.caution), note: emptied(body.note) };
    await inStreet(deps, reach.streetId, actor, commands.changeHousehold, { householdId, change });
    return readHousehold(deps, reach, householdId);
  }),

  route(readStairwell, async ({ deps, identity, params, query, ...place }) => {
    const reach = reachOf(place);
    const visitedBy = whole(place) ? null : identity.personId;
    const [stairwell] = await stairwells.findStairwell(deps.sql, reach, params.stairwellId, visitedBy);
    if (stairwell === undefined) throw new Problem('notFound');
    const { roundId = null } = query;
    if (roundId !== null) {
      const [round] = await stairwells.findVisibleRound(deps.sql, reach.streetId, roundId);
      if (round === undefined) throw new Problem('notFound');
    }
    return {
      ...stairwell,
      doors: await stairwells.listDoors(deps.sql, reach.streetId, stairwell.id, roundId),
    };
  }),

  route(listProposals, async ({ deps, ...place }) => {
    const reach = reachOf(place);
    const waiting = await proposals.listProposals(deps.sql, reach);
    const ids = waiting.map((row) => row.householdId);
    const households = new Map(
      (await queries.listHouseholdsById(deps.sql, reach, ids)).map((row) => [row.id, row]),
    );
    return waiting.map(({ id, householdId, proposed, createdAt }) => {
      const household = presentHousehold(must(households.get(householdId), 'the household'));
      return { id, household, proposed, createdAt };
    });
  }),

  route(decideProposal, async ({ deps, actor, params, body, ...place }) => {
    const reach = reachOf(place);
    const [proposal] = await proposals.findProposal(deps.sql, reach.streetId, params.proposalId);
    if (proposal === undefined) throw new Problem('notFound');
    const { id: householdId } = await readHousehold(deps, reach, proposal.householdId);
    const input = { proposalId: params.proposalId, householdId, accept: body.accept };
    await inStreet(deps, reach.streetId, actor, decideProposalCommand, input);
    return undefined;
  }),
];
