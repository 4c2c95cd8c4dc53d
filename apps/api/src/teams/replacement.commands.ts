import { dayOf } from '@huhudao/domain';
import {
  newId,
  Problem,
  type BodyOf,
  type Replaced,
  type replacePerson as endpoint,
} from '@huhudao/protocol';
import type { Announce } from '../http/announce.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as queries from './replacement.queries.ts';
import { checkSuitable, leaderRoles, memberRoles, ownerRoles } from './suitable.ts';

type Body = BodyOf<typeof endpoint>;
type PlaceTaken = Body['teams'][number];

export type ReplaceInput = Body & {
  personId: string;
  communityIds: readonly string[];
  /** Areas whose grants make somebody suitable in a community. */
  homeOf: (communityId: string) => readonly string[];
  announce: Announce;
};

/**
 * Somebody leaves. Their places in teams, or all of a team's open work, go to others, with their open revisits; visits
 * stay with who made them. All or nothing.
 * @throws Problem workChanged, leaderMissing, personUnsuitable, teamUnsuitable
 */
export const replacePerson = streetCommand({
  action: 'team.personReplaced',
  subject: ({ personId, teams, revisitsTo }: ReplaceInput, result: Replaced) => ({
    personId,
    revisitsTo,
    successors: teams.map((one) => `${one.teamId} ${one.by}`),
    ...result,
  }),
  run: async (tx, input): Promise<Replaced> => {
    const { sql, streetId, at } = tx;
    const { personId, communityIds } = input;
    const inHand = await queries.listTeamsInHand(sql, streetId, personId, communityIds, dayOf(at));
    const places = new Map(input.teams.map((one) => [one.teamId, one]));
    if (places.size !== inHand.length || input.teams.length !== inHand.length)
      throw new Problem('workChanged');
    const result = { teams: 0, disbanded: 0, doors: 0, plansMoved: 0, plansReturned: 0, revisits: 0 };
    for (const team of inHand) {
      const place = places.get(team.teamId);
      if (place === undefined) throw new Problem('workChanged');
      result.teams += 1;
      if (place.by === 'team') {
        const moved = await handOver(tx, input, team, place.otherTeamId);
        result.disbanded += 1;
        result.doors += moved.doors;
        result.plansMoved += moved.plansMoved;
        result.plansReturned += moved.plansReturned;
      } else await fillPlace(tx, input, team, place);
    }
    result.revisits = await moveRevisits(tx, input);
    return result;
  },
});

async function moveRevisits(tx: StreetTx, { personId, revisitsTo, communityIds, homeOf }: ReplaceInput) {
  const { sql, streetId, changeNumber } = tx;
  if (revisitsTo === personId) throw new Problem('personUnsuitable', { personId });
  const places = await queries.listRevisitCommunities(sql, streetId, personId, communityIds);
  if (revisitsTo !== null)
    for (const { communityId } of places)
      await checkSuitable(tx, [revisitsTo], ownerRoles, homeOf(communityId));
  const moved = await queries.moveRevisits(sql, streetId, personId, revisitsTo, communityIds, changeNumber);
  return moved.count;
}

/** Somebody else takes the place of who leaves, or a member's place stays empty. */
async function fillPlace(
  tx: StreetTx,
  { personId, homeOf, announce }: ReplaceInput,
  { teamId, communityId, leads }: queries.TeamInHand,
  place: Exclude<PlaceTaken, { by: 'team' }>,
): Promise<void> {
  const { sql, streetId } = tx;
  if (place.by === 'nobody' && leads) throw new Problem('leaderMissing');
  if (place.by === 'person') {
    const { personId: successor } = place;
    if (successor === personId) throw new Problem('personUnsuitable', { personId });
    await checkSuitable(tx, [successor], leads ? leaderRoles : memberRoles, homeOf(communityId));
    if (leads) await queries.setLeader(sql, streetId, teamId, successor);
    else await queries.addMember(sql, streetId, teamId, successor);
  }
  await queries.removeMember(sql, streetId, teamId, personId);
  await announce(tx, { kind: 'teamChanged', teamIds: [teamId], facts: {} });
}

/** All that a team has in hand goes to another team, and the team is disbanded. */
async function handOver(
  tx: StreetTx,
  { communityIds, announce }: ReplaceInput,
  { teamId }: queries.TeamInHand,
  otherTeamId: string,
) {
  const { sql, streetId, at, changeNumber } = tx;
  const [standing] = await queries.countStanding(sql, streetId, otherTeamId, communityIds);
  if (standing?.count !== 1 || otherTeamId === teamId) throw new Problem('teamUnsuitable');
  await queries.joinRounds(sql, streetId, teamId, otherTeamId);
  const doors = (await queries.moveDoors(sql, streetId, teamId, otherTeamId, changeNumber)).count;
  const by = { at, changeNumber };
  const plans = await queries.cancelPlansAhead(sql, streetId, teamId, dayOf(at), by);
  let plansMoved = 0;
  for (const plan of plans) {
    const again = { ...plan, newId: newId(), teamId: otherTeamId };
    plansMoved += (await queries.insertPlanAgain(sql, streetId, again, by)).count;
  }
  await announce(tx, { kind: 'teamChanged', teamIds: [teamId, otherTeamId], facts: {} });
  await queries.disband(sql, streetId, teamId, at);
  return { doors, plansMoved, plansReturned: plans.length - plansMoved };
}
