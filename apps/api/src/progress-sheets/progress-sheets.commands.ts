/** Weekly progress sheets: handed in with figures that are frozen then; corrected and withdrawn by further rows. */
import type { Db } from '@huhudao/db';
import { must, reportWeek, weekAt } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as queries from './progress-sheets.queries.ts';

type Part = { communityId: string; roundId: string; week: string };
export type SubmitInput = Part & { progress: string; next: string; correction: string | null };
export type WithdrawInput = Part & { correction: string };

const subject = ({ communityId, roundId, week }: Part) => ({ communityId, roundId, week });

/** @throws Problem weekNotBegun, correctionMissing; notFound where the week asks for no such sheet */
export const submitProgressSheet = streetCommand({
  action: 'progressSheet.submitted',
  subject: (input: SubmitInput) => subject(input),
  run: async (tx, { progress, next, correction, ...part }) => {
    const before = await handedInBefore(tx, part);
    if (before !== undefined && correction === null) throw new Problem('correctionMissing');
    const figures = await figuresOf(tx.sql, tx.streetId, part);
    const said = { progress, nextWeek: next, correction: before === undefined ? null : correction };
    await insert(tx, part, before, { figures, ...said, withdrawn: false });
  },
});

/** @throws Problem sheetNotSubmitted and whatever `submitProgressSheet` does */
export const withdrawProgressSheet = streetCommand({
  action: 'progressSheet.withdrawn',
  subject: (input: WithdrawInput) => subject(input),
  run: async (tx, { correction, ...part }) => {
    const before = await handedInBefore(tx, part);
    if (before === undefined || before.withdrawn) throw new Problem('sheetNotSubmitted');
    const { figures, progress, nextWeek } = before;
    await insert(tx, part, before, { figures, progress, nextWeek, correction, withdrawn: true });
  },
});

type Said = Pick<queries.HandedInRow, 'figures' | 'progress' | 'nextWeek' | 'correction' | 'withdrawn'>;

const insert = (tx: StreetTx, part: Part, before: queries.HandedInRow | undefined, said: Said) => {
  const { communityId, roundId } = part;
  const row = { communityId, roundId, number: (before?.number ?? 0) + 1, submittedAt: tx.at, ...said };
  return queries.insertSheet(tx.sql, tx.streetId, part.week, tx.actor.personId, row);
};

/** What was handed in last for a sheet that the week asks for. */
async function handedInBefore(
  { sql, streetId, at }: StreetTx,
  { communityId, roundId, week }: Part,
): Promise<queries.HandedInRow | undefined> {
  if (week > weekAt(at)) throw new Problem('weekNotBegun');
  const parts = await queries.listParts(sql, streetId, [communityId], reportWeek(week));
  if (!parts.some((part) => part.roundId === roundId)) throw new Problem('notFound');
  const rows = await queries.listHandedIn(sql, streetId, [communityId], week);
  return rows.findLast((row) => row.roundId === roundId);
}

export async function figuresOf(db: Db, streetId: string, part: Part) {
  const [figures] = await queries.readFigures(db, streetId, part, reportWeek(part.week));
  return must(figures, 'the figures of a sheet');
}
