import { StatisticsError, requireCount } from '../statistics-error.ts';

/** One stratum, usually a community, of which a simple or systematic random sample was taken. */
export interface Stratum {
  /** N_h: elements of the frame. */
  readonly frameSize: number;
  /** Answers in the base of the indicator. */
  readonly n: number;
  readonly favourable: number;
  /** All who responded, in the base or not; `n` if everybody is in the base. Those outside count as zeros. */
  readonly respondents?: number;
}

export function requireStratum(stratum: Stratum): void {
  const respondents = respondentsOf(stratum);
  requireCount(stratum.n, 'n');
  requireCount(stratum.favourable, 'favourable');
  requireCount(respondents, 'respondents');
  requireCount(stratum.frameSize, 'frameSize');
  if (stratum.favourable > stratum.n || stratum.n > respondents || respondents > stratum.frameSize) {
    throw new StatisticsError(
      'invalidCount',
      'favourable ≤ n ≤ respondents ≤ frameSize must hold in each stratum',
    );
  }
}

export function respondentsOf(stratum: Stratum): number {
  return stratum.respondents ?? stratum.n;
}

export function isEmpty(stratum: Stratum | undefined): boolean {
  return stratum !== undefined && stratum.frameSize > 0 && respondentsOf(stratum) === 0;
}

/** How many elements of the frame one respondent stands for. */
export function weightOf(stratum: Stratum): number {
  return stratum.frameSize / respondentsOf(stratum);
}

export function total<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}
