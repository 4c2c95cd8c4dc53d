import { streetCommand, type StreetTx } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import { dueReleases } from './release-round.ts';
import { insertReleases, listReleasable, type ReleasableRound } from './releases.queries.ts';

async function releaseRound(
  tx: StreetTx,
  round: ReleasableRound,
  versions: VersionReader,
  closing: boolean,
): Promise<number> {
  const { sql: db, streetId, at } = tx;
  const rows = await dueReleases({ db, streetId, round, versions, closing, at });
  if (rows.length > 0) await insertReleases(tx.sql, streetId, round.id, rows);
  return rows.length;
}

/** The last release of a round: part of closing it, in the same transaction, while it still is open. */
export const releaseAtClosing =
  (versions: VersionReader) =>
  async (tx: StreetTx, roundId: string): Promise<void> => {
    for (const round of await listReleasable(tx.sql, tx.streetId, roundId))
      await releaseRound(tx, round, versions, true);
  };

/** Releases what is due in every open round of a street. */
export const releaseDueCells = streetCommand({
  action: 'rates.released',
  subject: (_input: { versions: VersionReader }, released: { roundIds: string[]; rows: number }) => released,
  run: async (tx, { versions }) => {
    const roundIds: string[] = [];
    let rows = 0;
    for (const round of await listReleasable(tx.sql, tx.streetId, null)) {
      const written = await releaseRound(tx, round, versions, false);
      if (written > 0) roundIds.push(round.id);
      rows += written;
    }
    return { roundIds, rows };
  },
});
