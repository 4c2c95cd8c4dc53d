import { codesOf, type Answers, type CompiledVersion } from '@huhudao/questionnaire';
import type { RollupRow } from './responses.queries.ts';

export type Counted = {
  roundId: string;
  communityId: string;
  completionMode: string;
  answers: Answers;
  version: CompiledVersion;
};

/** The row that counts the responses themselves. */
export const wholeResponse = { item: '', code: '' };

/** Counts the answers of one street's responses. */
export class RollupCount {
  readonly #rows = new Map<string, RollupRow>();

  add({ roundId, communityId, completionMode: mode, answers, version }: Counted): void {
    for (const { item, code } of [wholeResponse, ...codesOf(version, answers)]) {
      const key = rollupKey({ roundId, communityId, mode, item, code });
      const row = this.#rows.get(key);
      if (row === undefined) this.#rows.set(key, { roundId, communityId, mode, item, code, count: 1 });
      else row.count += 1;
    }
  }

  /** Each row once, sorted. */
  rows(): RollupRow[] {
    return [...this.#rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}

/** Names a row of one street. Items and codes are names without blanks; so are ids and modes. */
export const rollupKey = (row: Omit<RollupRow, 'count'>): string =>
  `${row.roundId} ${row.communityId} ${row.mode} ${row.item} ${row.code}`;

/** What a batch of responses adds to the rollup: merged, so that each row is written once, and sorted. */
export function rollupRows(responses: readonly Counted[]): RollupRow[] {
  const count = new RollupCount();
  for (const response of responses) count.add(response);
  return count.rows();
}
