import { dayOf, type ReminderCause } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import type { Announce } from '../http/announce.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as queries from './extensions.queries.ts';

/** @throws Problem notFound, roundStateWrong */
async function findOpen(tx: StreetTx, roundId: string) {
  const [round] = await queries.findDeadline(tx.sql, tx.streetId, roundId);
  if (round === undefined) throw new Problem('notFound');
  if (round.state !== 'open') throw new Problem('roundStateWrong', { state: round.state });
  return round;
}

export type ExtendInput = {
  id: string;
  roundId: string;
  deadline: string;
  reason: string;
  announce: Announce;
};

/** Teams and offices are told; tablets get the day with their next pull. @throws Problem deadlineNotLater */
export const extendRound = streetCommand({
  action: 'round.extended',
  subject: ({ id, roundId, deadline }: ExtendInput, from: string) => ({
    roundId,
    extensionId: id,
    from,
    to: deadline,
  }),
  run: async (tx, { announce, deadline, ...input }): Promise<string> => {
    const { deadline: from, teamIds } = await findOpen(tx, input.roundId);
    if (deadline <= from || deadline < dayOf(tx.at))
      throw new Problem('deadlineNotLater', { deadline: from });
    const by = { at: tx.at, personId: tx.actor.personId };
    await queries.insertExtension(tx.sql, tx.streetId, { ...input, from, to: deadline }, by);
    await queries.setDeadline(tx.sql, tx.streetId, input.roundId, deadline, tx.changeNumber);
    const facts = { from, to: deadline };
    await announce(tx, { kind: 'deadlineExtended', roundId: input.roundId, teamIds, offices: true, facts });
    return from;
  },
});

export type UndoInput = { roundId: string; extensionId: string; announce: Announce };

/** @throws Problem notFound, roundStateWrong, extensionFixed */
export const undoExtension = streetCommand({
  action: 'round.extensionUndone',
  subject: ({ roundId, extensionId }: UndoInput) => ({ roundId, extensionId }),
  run: async (tx, { roundId, extensionId, announce }) => {
    const { teamIds } = await findOpen(tx, roundId);
    const all = await queries.listExtensions(tx.sql, tx.streetId, roundId);
    const extension = all.find(({ id }) => id === extensionId);
    if (extension === undefined) throw new Problem('notFound');
    const latest = all.find(({ undoneAt }) => undoneAt === null);
    const [planned] = await queries.countPlansAfter(tx.sql, tx.streetId, roundId, extension.from);
    if (latest?.id !== extensionId || extension.from < dayOf(tx.at) || planned?.count !== 0)
      throw new Problem('extensionFixed');
    await queries.markUndone(tx.sql, tx.streetId, extensionId, tx.at);
    await queries.setDeadline(tx.sql, tx.streetId, roundId, extension.from, tx.changeNumber);
    const facts = { from: extension.to, to: extension.from };
    await announce(tx, { kind: 'extensionTakenBack', roundId, teamIds, offices: true, facts });
  },
});

export type RemindInput = {
  roundId: string;
  teamIds: readonly string[];
  communityIds: readonly string[];
  cause: ReminderCause;
  announce: Announce;
};

/** @throws Problem notFound, roundStateWrong, planTeamNotInRound */
export const remindTeams = streetCommand({
  action: 'round.reminded',
  subject: ({ roundId, teamIds, cause }: RemindInput, people: number) => ({
    roundId,
    teamIds,
    cause,
    people,
  }),
  run: async (tx, { roundId, teamIds, communityIds, cause, announce }): Promise<number> => {
    const { deadline } = await findOpen(tx, roundId);
    const taking = await queries.listTakingPart(tx.sql, tx.streetId, roundId, teamIds, communityIds);
    if (taking.length !== new Set(teamIds).size) throw new Problem('planTeamNotInRound');
    return announce(tx, { kind: 'reminder', roundId, teamIds, facts: { cause, deadline } });
  },
});
