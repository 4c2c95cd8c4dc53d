import { expect } from 'vitest';

/** A request as it left the tablet. */
export type Sent = {
  readonly endpoint: 'push' | 'pushAnonymous' | 'pushSealed' | 'photo';
  readonly ids: readonly string[];
  /** True time, milliseconds. */
  readonly at: number;
  /** The records that were here and had not left when it did. */
  readonly remaining: ReadonlySet<string>;
};

const minute = 60_000;
const anonymous: ReadonlySet<Sent['endpoint']> = new Set(['pushAnonymous', 'pushSealed']);

/** Anonymous responses leave in batches of five or more that stay what they are, and never beside visits or photos. */
export function checkSeparation(log: readonly Sent[], judgeGapFrom: number): void {
  const batchOf = new Map<string, string>();
  for (const { endpoint, ids } of log) {
    if (endpoint !== 'pushAnonymous') continue;
    expect(ids.length, 'a batch has at least five').toBeGreaterThanOrEqual(5);
    const batch = ids.toSorted().join();
    for (const id of ids)
      expect(batchOf.get(id) ?? batch, 'a batch is sent again as the same whole').toBe(batch);
    for (const id of ids) batchOf.set(id, batch);
  }
  const apart = log.slice(judgeGapFrom);
  for (const [index, { endpoint, at, remaining }] of apart.entries()) {
    if (endpoint === 'push') continue;
    if (endpoint === 'photo') {
      const answers = apart.slice(0, index).findLast((entry) => anonymous.has(entry.endpoint));
      if (answers !== undefined)
        expect(at - answers.at, 'a minute lies between answers and photos').toBeGreaterThanOrEqual(minute);
      continue;
    }
    const before = apart.slice(0, index).findLast((entry) => !anonymous.has(entry.endpoint));
    if (before !== undefined)
      expect(at - before.at, 'a minute lies between visits or photos and answers').toBeGreaterThanOrEqual(
        minute,
      );
    const after = apart
      .slice(index)
      .find((entry) => entry.endpoint === 'push' && entry.ids.some((id) => remaining.has(id)));
    if (after !== undefined)
      expect(after.at - at, 'a minute lies between answers and visits').toBeGreaterThanOrEqual(minute);
  }
}
