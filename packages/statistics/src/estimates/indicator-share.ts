import { StatisticsError, requireCount } from '../statistics-error.ts';

/** How one answer code counts towards an indicator. `excluded` leaves the base. */
export type CodeCounts = 'favourable' | 'unfavourable' | 'excluded';

export interface IndicatorShare {
  readonly favourable: number;
  /** The base: favourable and unfavourable answers. */
  readonly n: number;
  /** Answers left out of the base. */
  readonly excluded: number;
  /** favourable / n; `undefined` without a base. */
  readonly share: number | undefined;
}

/**
 * The share of an indicator from the number of answers per code of its headline item.
 *
 * A code that is counted but not in `mapping` fails: it would silently change the base.
 */
export function indicatorShare(
  answers: Readonly<Record<string, number>>,
  mapping: Readonly<Record<string, CodeCounts>>,
): IndicatorShare {
  const total = { favourable: 0, unfavourable: 0, excluded: 0 };
  for (const [code, count] of Object.entries(answers)) {
    requireCount(count, code);
    const counts = Object.hasOwn(mapping, code) ? mapping[code] : undefined;
    if (counts === undefined) {
      throw new StatisticsError('unmappedCode', `answer code "${code}" has no place in the definition`);
    }
    total[counts] += count;
  }
  const n = total.favourable + total.unfavourable;
  return {
    favourable: total.favourable,
    n,
    excluded: total.excluded,
    share: n === 0 ? undefined : total.favourable / n,
  };
}
