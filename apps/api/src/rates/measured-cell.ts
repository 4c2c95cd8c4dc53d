/** One community's share with what is known of its precision. */
import {
  coverageBounds,
  stratifiedProportion,
  type Cell,
  type CellDecision,
  type StratifiedProportion,
  type Stratum,
} from '@huhudao/statistics';
import { shareOf, type Basis, type Formula } from './basis.ts';
import type { CellFigures, CellKind } from './figures.types.ts';

/** How every estimate of the product treats its strata: "this street now", nobody's lone answer ignored. */
export const estimating = {
  finitePopulation: true,
  lonePsu: 'adjust',
  emptyStratum: 'leaveOut',
} as const;

/** A community as a stratum of its street. A frame is never smaller than who responded, whatever was recorded. */
export function stratumOf(basis: Basis, formula: Formula, frameSize: number): Stratum {
  const { n, favourable } = shareOf(basis, formula);
  const respondents = Math.max(basis.respondents, n);
  return { n, favourable, respondents, frameSize: Math.max(frameSize, respondents) };
}

/** Undefined where there are too few answers for any variance; such a cell is hidden anyway. */
export function estimateOf(strata: readonly Stratum[]): StratifiedProportion | undefined {
  const answered = strata.filter((stratum) => stratum.n > 0);
  const n = answered.reduce((sum, stratum) => sum + stratum.n, 0);
  return n - answered.length < 1 ? undefined : stratifiedProportion({ strata, ...estimating });
}

/** The cell as the rules of publication judge it. Only a sample has a precision. */
export function cellOf(stratum: Stratum, sampled: boolean): Cell {
  const { n, favourable } = stratum;
  const estimate = sampled ? estimateOf([stratum]) : undefined;
  return estimate === undefined
    ? { n, favourable }
    : { n, favourable, effectiveN: estimate.effectiveN, df: estimate.df };
}

export const nothingShown: CellFigures = {
  value: null,
  interval: null,
  bounds: null,
  band: null,
  satisfaction: null,
  beside: null,
  effectiveN: null,
};

/** What a decision lets through besides the value itself. */
export function decided(decision: CellDecision): { kind: CellKind; reason: string | null } {
  switch (decision.kind) {
    case 'shown':
      return { kind: 'shown', reason: null };
    case 'flagged':
      return { kind: 'flagged', reason: decision.flags[0] ?? null };
    case 'banded':
    case 'hidden':
      return { kind: decision.kind, reason: decision.reason };
  }
}

export function bandOf(decision: CellDecision): CellFigures['band'] {
  return decision.kind === 'banded' ? { direction: decision.band.side, value: decision.band.share } : null;
}

/** Value and interval of an estimate from a sample. */
export function sampleFigures({ share, interval, effectiveN }: StratifiedProportion): Partial<CellFigures> {
  return { value: share, interval: [interval.lower, interval.upper], effectiveN };
}

/** Value and non-response bounds of a coverage round; no bounds where no door has been tried. */
export function coverageFigures(share: number, responseRate: number | undefined): Partial<CellFigures> {
  if (responseRate === undefined) return { value: share };
  const { lower, upper } = coverageBounds(share, responseRate);
  return { value: share, bounds: [lower, upper] };
}
