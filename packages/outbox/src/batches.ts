import { anonymousBatchMinimum } from '@huhudao/protocol';
import type { Random } from './ports.ts';

const encoder = new TextEncoder();

/** Length of a value as JSON, in bytes of UTF-8. */
export function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}

/** The first items that fit in `bytes`, and always at least one where there is one. */
export function fitting<T>(items: readonly T[], bytes: number): T[] {
  let used = 0;
  const taken: T[] = [];
  for (const item of items) {
    used += jsonBytes(item) + 1;
    if (taken.length > 0 && used > bytes) break;
    taken.push(item);
  }
  return taken;
}

/** Fisher–Yates: every order is equally likely, as far as `random` is even. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = items.map((item) => ({ item }));
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order.map(({ item }) => item);
}

/**
 * Splits the waiting responses of one round into shuffled batches of at least five, of nearly equal size, at most
 * `most` and about `bytes` each. None where fewer than five wait.
 */
export function anonymousBatches<T>(
  items: readonly T[],
  limits: { readonly most: number; readonly bytes: number },
  random: Random,
): T[][] {
  if (items.length < anonymousBatchMinimum) return [];
  const wanted = Math.max(Math.ceil(items.length / limits.most), Math.ceil(jsonBytes(items) / limits.bytes));
  const parts = Math.min(wanted, Math.floor(items.length / anonymousBatchMinimum));
  const order = shuffled(items, random);
  return Array.from({ length: parts }, (_, part) =>
    order.slice(Math.floor((part * items.length) / parts), Math.floor(((part + 1) * items.length) / parts)),
  );
}
