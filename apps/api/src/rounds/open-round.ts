/** Opening a round freezes its frame, draws the sample of a measurement, and shares the doors out among the teams. */
import { randomBytes } from 'node:crypto';
import {
  communitiesWithoutTeam,
  lacksOf,
  must,
  nextRoundState,
  shareOut,
  type RoundDraft,
} from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import { hashFrame, noReserves, stratumSeed } from '@huhudao/statistics';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { insertAssessorTeams } from './assessors.queries.ts';
import { readCaseCounts } from './check-cases.ts';
import { checkParts } from './check-parts.ts';
import { checkVersions } from './check-versions.ts';
import { drawCommunity, frameOf } from './draw-sample.ts';
import * as frames from './frame.queries.ts';
import { findRound, markOpened, type LockedRound } from './rounds.queries.ts';

export type OpenInput = {
  roundId: string;
  communityNames: ReadonlyMap<string, string>;
  /** Tells those concerned. */
  tell: (tx: StreetTx, roundId: string) => Promise<void>;
};

export const openRound = streetCommand({
  action: 'round.opened',
  subject: (input: OpenInput, result: { frameHash: string; assigned: number }) => ({
    roundId: input.roundId,
    ...result,
  }),
  run: async (tx, input) => {
    const round = await findOpenable(tx, input);
    const { assessorId, scope } = round;
    if (assessorId !== null)
      await insertAssessorTeams(tx.sql, tx.streetId, {
        ...round,
        assessorId,
        communityIds: scope.communityIds,
      });
    const teams = await frames.listRoundTeams(tx.sql, tx.streetId, round.id);
    const cases = await readCaseCounts(tx, round);
    checkComplete({ ...round, teams, cases }, input.communityNames);
    await checkParts(tx, round);
    await checkVersions(tx.sql, round);
    const frame = await listFrame(tx, round);
    if (frame.length === 0) throw new Problem('frameEmpty');
    const byCommunity = Map.groupBy(frame, (household) => household.communityId);
    const seed = round.programmeSeed ?? randomBytes(16).toString('hex');
    const hashes: string[] = [];
    const chosen: frames.NewAssignment[] = [];
    for (const communityId of round.scope.communityIds.toSorted()) {
      const households = byCommunity.get(communityId) ?? [];
      hashes.push(hashFrame(frameOf(households.map((one) => one.householdId))));
      const name = input.communityNames.get(communityId) ?? communityId;
      chosen.push(...(await choose(tx, round, { id: communityId, name, seed }, households)));
    }
    await assign(tx, round.id, teams, chosen);
    const frameHash = hashFrame(frameOf(hashes));
    await markOpened(tx.sql, tx.streetId, round.id, frameHash, tx.at, tx.changeNumber);
    await input.tell(tx, round.id);
    return { frameHash, assigned: chosen.length };
  },
});

/** @throws Problem notFound, roundStateWrong */
async function findOpenable(tx: StreetTx, { roundId }: OpenInput): Promise<LockedRound> {
  const [round] = await findRound(tx.sql, tx.streetId, roundId);
  if (round === undefined) throw new Problem('notFound');
  if (nextRoundState(round.state, 'open') === undefined)
    throw new Problem('roundStateWrong', { state: round.state });
  return round;
}

/** Doors of the places chosen, or of a list of cases. */
const listFrame = ({ sql, streetId }: StreetTx, { id, purpose, scope }: LockedRound) =>
  purpose === 'hotline' ? frames.listCaseFrame(sql, streetId, id) : frames.listFrame(sql, streetId, scope);

/** Communities without a team are named. @throws Problem roundIncomplete */
function checkComplete(draft: RoundDraft, names: ReadonlyMap<string, string>): void {
  const lacks = lacksOf(draft);
  if (lacks.length === 0) return;
  const communities = communitiesWithoutTeam(draft).map((id) => names.get(id) ?? id);
  const missing = lacks.map((lack) => (lack === 'teams' ? `teams (${communities.join(', ')})` : lack));
  throw new Problem('roundIncomplete', { missing: missing.join(', '), lacks, communities });
}

/** Freezes a community's frame. Everybody in it in a coverage round; in a measurement round those drawn. */
async function choose(
  tx: StreetTx,
  round: LockedRound,
  community: { id: string; name: string; seed: string },
  households: readonly frames.FrameHousehold[],
): Promise<frames.NewAssignment[]> {
  const ids = households.map((one) => one.householdId);
  if (round.purpose !== 'measurement') {
    const places = ids.map((householdId) => ({ householdId, replicate: null }));
    await frames.insertFrame(tx.sql, tx.streetId, round.id, community.id, places);
    return households.map((one) => ({ ...one, teamId: null, inclusionProbability: null }));
  }
  const { draw, replicateOf } = drawCommunity(ids, community, {
    size: must(round.scope.sampleSizes?.[community.id], 'a sample size of each community'),
    reserves: round.scope.reserves ?? noReserves,
    seed: stratumSeed(community.seed, tx.streetId, community.id),
  });
  const places = ids.map((householdId) => ({ householdId, replicate: replicateOf.get(householdId) ?? null }));
  await frames.insertFrame(tx.sql, tx.streetId, round.id, community.id, places);
  await frames.insertDraw(tx.sql, tx.streetId, round.id, draw);
  return households
    .filter((one) => replicateOf.get(one.householdId) === 0)
    .map((one) => ({ ...one, teamId: null, inclusionProbability: draw.inclusionProbability }));
}

async function assign(
  tx: StreetTx,
  roundId: string,
  teams: readonly frames.RoundTeam[],
  chosen: readonly frames.NewAssignment[],
): Promise<void> {
  const byCommunity = Map.groupBy(teams, (team) => team.communityId);
  const rows = [...Map.groupBy(chosen, (one) => one.communityId)].flatMap(([communityId, doors]) => {
    const loads = [...Map.groupBy(doors, (door) => door.stairwellId)].map(([stairwellId, list]) => ({
      stairwellId,
      doors: list.length,
    }));
    const shares = shareOut(
      loads,
      (byCommunity.get(communityId) ?? []).map((team) => team.id),
    );
    return doors.map((door) => ({ ...door, teamId: shares.get(door.stairwellId) ?? null }));
  });
  await frames.insertAssignments(tx.sql, tx.streetId, roundId, rows, tx.changeNumber);
}
