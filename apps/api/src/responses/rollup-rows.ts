import { codesOf, type Answers, type CompiledVersion } from '@huhudao/questionnaire';
import type { RollupRow } from './responses.queries.ts';

type Counted = {
  roundId: string;
  communityId: string;
  completionMode: string;
  answers: Answers;
  version: CompiledVersion;
};

/** The row that counts the responses themselves. */
export const wholeResponse = { item: '', code: '' };

/** What a batch of responses adds to the rollup: merged, so that each row is written once, and sorted. */
export function rollupRows(responses: readonly Counted[]): RollupRow[] {
  const rows = new Map<string, RollupRow>();
  for (const { roundId, communityId, completionMode: mode, answers, version } of responses) {
    for (const { item, code } of [wholeResponse, ...codesOf(version, answers)]) {
      // Items and codes are names without blanks; so are ids and modes.
      const key = `${roundId} ${communityId} ${mode} ${item} ${code}`;
      const row = rows.get(key);
      if (row === undefined) rows.set(key, { roundId, communityId, mode, item, code, count: 1 });
      else row.count += 1;
    }
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
