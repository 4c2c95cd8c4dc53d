/** Counts all answers of a street anew: shows that the counts kept beside them are right, or puts them right. */
import type { Db, Sql } from '@huhudao/db';
import { must } from '@huhudao/domain';
import type { CompiledVersion } from '@huhudao/questionnaire';
import { streetCommand } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import * as queries from './recount.queries.ts';
import type { RollupRow } from './responses.queries.ts';
import { RollupCount, rollupKey } from './rollup-rows.ts';

export type Recount = {
  responses: number;
  /** Counts that are kept, right or wrong. */
  kept: number;
  /** What the kept counts should be, where they are not; 0 where nothing should be kept. */
  wrong: RollupRow[];
};

/** Responses read at once. */
const batch = 5_000;

/** Reads both sides in one snapshot: pushes go on meanwhile. */
export const recountStreet = (sql: Sql, streetId: string, versions: VersionReader): Promise<Recount> =>
  sql.begin('isolation level repeatable read read only', (tx) => recount(tx, streetId, versions));

/** The same under the street's lock: wrong counts are replaced. Released figures stay as they are. */
export const mendCounts = streetCommand({
  action: 'rates.recounted',
  subject: (_input: { versions: VersionReader }, { responses, wrong }: Recount) => ({
    responses,
    mended: wrong.length,
  }),
  run: async ({ sql, streetId }, { versions }) => {
    const found = await recount(sql, streetId, versions);
    if (found.wrong.length > 0) await queries.replaceCounts(sql, streetId, found.wrong);
    return found;
  },
});

async function recount(db: Db, streetId: string, versions: VersionReader): Promise<Recount> {
  const known = await versionsOf(db, streetId, versions);
  const count = new RollupCount();
  let responses = 0;
  for await (const rows of queries.countedResponses(db, streetId).cursor(batch)) {
    for (const row of rows) {
      count.add({ ...row, version: must(known.get(row.versionHash), 'the version of a stored response') });
    }
    responses += rows.length;
  }
  const kept = await queries.listRollup(db, streetId);
  return { responses, kept: kept.length, wrong: differences(count.rows(), kept) };
}

/** Read before the responses: while they are read, the connection answers nothing else. */
async function versionsOf(
  db: Db,
  streetId: string,
  versions: VersionReader,
): Promise<Map<string, CompiledVersion>> {
  const known = new Map<string, CompiledVersion>();
  for (const { hash } of await queries.listAsked(db, streetId))
    known.set(hash, must(await versions.get(db, hash), 'the version that a round asks'));
  return known;
}

function differences(right: readonly RollupRow[], kept: readonly RollupRow[]): RollupRow[] {
  const unseen = new Map(kept.map((row) => [rollupKey(row), row]));
  const wrong: RollupRow[] = [];
  for (const row of right) {
    const key = rollupKey(row);
    if (unseen.get(key)?.count !== row.count) wrong.push(row);
    unseen.delete(key);
  }
  const extra = [...unseen.values()].filter((row) => row.count !== 0);
  return [...wrong, ...extra.map((row) => ({ ...row, count: 0 }))];
}
