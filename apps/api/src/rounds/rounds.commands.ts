import { nextRoundState } from '@huhudao/domain';
import { Problem, type HotlineCase } from '@huhudao/protocol';
import type { Places } from '../http/places.queries.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { listAssessors } from './assessors.queries.ts';
import { replaceCases } from './cases.queries.ts';
import { checkCases } from './check-cases.ts';
import { checkParts } from './check-parts.ts';
import { checkVersions } from './check-versions.ts';
import { listFormerTeams, moveAssignments } from './frame.queries.ts';
import * as queries from './rounds.queries.ts';

export type RoundInput = queries.RoundWrite & {
  scope: Places;
  teamIds: readonly string[];
  /** The street and what it lies in: where a grant makes somebody its assessor. */
  areaIds: readonly string[];
  /** Of a hotline round; without them the list stays as it is. */
  cases?: readonly HotlineCase[] | undefined;
};

/** @throws Problem roundNameTaken, roundTeamUnusable, placesGone, askedBelowGrid, roundPurposeWrong, hotlineAsksNothing, caseDoorsGone, assessorUnsuitable, versionUnknown, versionRetired */
async function checkDraft(tx: StreetTx, input: RoundInput): Promise<void> {
  const [same] = await queries.countOtherNames(tx.sql, tx.streetId, input);
  if (same !== undefined && same.count > 0) throw new Problem('roundNameTaken');
  const [teams] = await queries.countUsableTeams(
    tx.sql,
    tx.streetId,
    input.teamIds,
    input.scope.communityIds,
  );
  if (teams?.count !== new Set(input.teamIds).size) throw new Problem('roundTeamUnusable');
  await checkParts(tx, input);
  await checkCases(tx, input);
  await checkAssessor(tx, input);
  await checkVersions(tx.sql, input);
}

/** Only a measurement is an assessor's; its team comes with it, and no other may know of it. */
async function checkAssessor(
  tx: StreetTx,
  { assessorId, purpose, teamIds, areaIds }: RoundInput,
): Promise<void> {
  if (assessorId === null) return;
  if (purpose !== 'measurement') throw new Problem('roundPurposeWrong');
  if (teamIds.length > 0) throw new Problem('roundTeamUnusable');
  const [suitable] = await listAssessors(tx.sql, tx.streetId, areaIds, assessorId);
  if (suitable === undefined) throw new Problem('assessorUnsuitable');
}

/** Why there is no draft to change or delete: the round is gone, or in another state by now. */
async function whyNoDraft(tx: StreetTx, roundId: string): Promise<Problem> {
  const [round] = await queries.findRound(tx.sql, tx.streetId, roundId);
  return round === undefined
    ? new Problem('notFound')
    : new Problem('roundStateWrong', { state: round.state });
}

/** A round that is no longer a hotline's has no cases. */
async function writeParts(tx: StreetTx, { id, purpose, teamIds, cases }: RoundInput): Promise<void> {
  await queries.replaceRoundTeams(tx.sql, tx.streetId, id, teamIds);
  const list = purpose === 'hotline' ? cases : [];
  if (list !== undefined) await replaceCases(tx.sql, tx.streetId, id, list);
}

export const createRound = streetCommand({
  action: 'round.created',
  subject: (input: RoundInput) => ({ roundId: input.id, purpose: input.purpose }),
  run: async (tx, input) => {
    await checkDraft(tx, input);
    const by = { at: tx.at, personId: tx.actor.personId, changeNumber: tx.changeNumber };
    await queries.insertRound(tx.sql, tx.streetId, input, by);
    await writeParts(tx, input);
  },
});

export const changeRound = streetCommand({
  action: 'round.changed',
  subject: (input: RoundInput) => ({ roundId: input.id }),
  run: async (tx, input) => {
    await checkDraft(tx, input);
    const updated = await queries.updateRound(tx.sql, tx.streetId, input, tx.changeNumber);
    if (updated.count === 0) throw await whyNoDraft(tx, input.id);
    await writeParts(tx, input);
  },
});

export const deleteRound = streetCommand({
  action: 'round.deleted',
  subject: (input: { roundId: string }) => ({ roundId: input.roundId }),
  run: async (tx, { roundId }) => {
    const deleted = await queries.deleteDraft(tx.sql, tx.streetId, roundId);
    if (deleted.count === 0) throw await whyNoDraft(tx, roundId);
  },
});

/** Boxes of the sealed store whose responses were stored, and those that had to be kept. */
export type OpenedSealed = { stored: number; kept: number };

export type CloseInput = {
  roundId: string;
  /** Opens the sealed remainder of anonymous responses. */
  openSealed: (tx: StreetTx, roundId: string) => Promise<OpenedSealed>;
  /** Ends the revisits that were only for the attempts left; answers how many there were. */
  endRevisits: (tx: StreetTx, roundId: string) => Promise<number>;
  /** What else closing means, in order: the last release of the round’s rates. */
  lastly: readonly ((tx: StreetTx, roundId: string) => Promise<unknown>)[];
};

type Closed = { sealed: OpenedSealed; revisitsEnded: number };

/** The sealed remainder is counted, what is left is settled, and the last figures are released: in one transaction. */
export const closeRound = streetCommand({
  action: 'round.closed',
  subject: (input: CloseInput, { sealed, revisitsEnded }: Closed) => ({
    roundId: input.roundId,
    sealedStored: sealed.stored,
    sealedKept: sealed.kept,
    revisitsEnded,
  }),
  run: async (tx, { roundId, openSealed, endRevisits, lastly }): Promise<Closed> => {
    const [round] = await queries.findRound(tx.sql, tx.streetId, roundId);
    if (round === undefined) throw new Problem('notFound');
    if (nextRoundState(round.state, 'close') === undefined)
      throw new Problem('roundStateWrong', { state: round.state });
    const sealed = await openSealed(tx, roundId);
    await queries.settleVisited(tx.sql, tx.streetId, roundId, tx.changeNumber);
    const revisitsEnded = await endRevisits(tx, roundId);
    for (const step of lastly) await step(tx, roundId);
    await queries.markClosed(tx.sql, tx.streetId, roundId, tx.at, tx.changeNumber);
    return { sealed, revisitsEnded };
  },
});

export type AssignInput = {
  roundId: string;
  stairwellIds: readonly string[];
  communityIds: readonly string[];
  teamId: string;
};

type Assigned = {
  changed: number;
  undo: { teamId: string; stairwellIds: string[] }[] | null;
};

/** What gives each stairwell back to its one former team; null where that is not possible for all of them. */
function undoOf(
  former: readonly { stairwellId: string; teamId: string | null }[],
  teamIds: readonly string[],
): Assigned['undo'] {
  if (former.some(({ teamId }) => teamId === null || !teamIds.includes(teamId))) return null;
  return [...Map.groupBy(former, ({ teamId }) => teamId)].flatMap(([teamId, rows]) =>
    teamId === null ? [] : [{ teamId, stairwellIds: rows.map(({ stairwellId }) => stairwellId) }],
  );
}

export const assignStairwells = streetCommand({
  action: 'round.assigned',
  subject: (input: AssignInput, { changed }: Assigned) => ({
    roundId: input.roundId,
    teamId: input.teamId,
    changed,
  }),
  run: async (tx, input): Promise<Assigned> => {
    const [round] = await queries.findRound(tx.sql, tx.streetId, input.roundId);
    if (round === undefined) throw new Problem('notFound');
    if (round.state !== 'open') throw new Problem('roundStateWrong', { state: round.state });
    if (!round.teamIds.includes(input.teamId)) throw new Problem('planTeamNotInRound');
    const { roundId, stairwellIds, communityIds, teamId } = input;
    const former = await listFormerTeams(tx.sql, tx.streetId, roundId, stairwellIds, teamId);
    const moved = await moveAssignments(
      tx.sql,
      tx.streetId,
      roundId,
      stairwellIds,
      communityIds,
      teamId,
      tx.changeNumber,
    );
    return { changed: moved.count, undo: undoOf(former, round.teamIds) };
  },
});
