/** Releases a reserve replicate: whole, with a reason, the next one first (decision 026). */
import { shareOut } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as frames from './frame.queries.ts';
import { findRound } from './rounds.queries.ts';

export type ReleaseInput = { roundId: string; communityId: string; replicate: number; reason: string };

/** π of a household after so many replicates have been released: what was taken so far over the frame. */
export const probabilityAfter = (draw: frames.DrawRow, released: number): number =>
  (draw.sampleSize + released * draw.reserveSize) / draw.frameSize;

/** @throws Problem notFound, roundStateWrong, replicateNotNext */
export const releaseReplicate = streetCommand({
  action: 'round.replicateReleased',
  subject: ({ roundId, communityId, replicate }: ReleaseInput, added: number) => ({
    ...{ roundId, communityId, replicate },
    added,
  }),
  run: async (tx, input): Promise<number> => {
    const { roundId, communityId, replicate } = input;
    const draw = await findDraw(tx, input);
    const next = draw.released.length + 1;
    if (replicate !== next || next > draw.reserveReplicates) throw new Problem('replicateNotNext');
    const by = { at: tx.at, personId: tx.actor.personId };
    await frames.insertReplicateRelease(tx.sql, tx.streetId, roundId, input, by);
    const inclusionProbability = probabilityAfter(draw, next);
    await frames.setInclusionProbability(tx.sql, tx.streetId, roundId, communityId, inclusionProbability);
    const doors = await withTeams(tx, input);
    const rows = doors.map((door) => ({ ...door, inclusionProbability }));
    await frames.insertAssignments(tx.sql, tx.streetId, roundId, rows, tx.changeNumber);
    return rows.length;
  },
});

/** @throws Problem notFound, roundStateWrong */
async function findDraw(tx: StreetTx, { roundId, communityId }: ReleaseInput) {
  const [round] = await findRound(tx.sql, tx.streetId, roundId);
  if (round === undefined) throw new Problem('notFound');
  if (round.state !== 'open') throw new Problem('roundStateWrong', { state: round.state });
  const draws = await frames.listDraws(tx.sql, tx.streetId, roundId);
  const draw = draws.find((one) => one.communityId === communityId);
  if (draw === undefined) throw new Problem('notFound');
  return draw;
}

/** The team that goes to a stairwell already gets its new doors too; the other stairwells are shared out. */
async function withTeams(tx: StreetTx, { roundId, communityId, replicate }: ReleaseInput) {
  const doors = await frames.listReplicate(tx.sql, tx.streetId, roundId, communityId, replicate);
  const teams = await frames.listRoundTeams(tx.sql, tx.streetId, roundId);
  const unshared = Map.groupBy(
    doors.filter((door) => door.teamId === null),
    (door) => door.stairwellId,
  );
  const shares = shareOut(
    [...unshared].map(([stairwellId, list]) => ({ stairwellId, doors: list.length })),
    teams.filter((team) => team.communityId === communityId).map((team) => team.id),
  );
  return doors.map((door) => ({ ...door, teamId: door.teamId ?? shares.get(door.stairwellId) ?? null }));
}
