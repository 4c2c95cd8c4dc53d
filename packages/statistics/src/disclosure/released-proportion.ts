import { wilsonOnEffectiveSize } from '../intervals/effective-size.ts';
import { stratifiedProportion } from '../estimates/stratified-proportion.ts';
import type { StratifiedProportion, StratifiedRequest } from '../estimates/stratified-proportion.ts';
import { respondentsOf, total, weightOf } from '../estimates/stratum.ts';
import type { Stratum } from '../estimates/stratum.ts';
import { roundShare } from './rounding.ts';

export interface ReleaseRequest extends StratifiedRequest {
  /** Indices of the strata whose own share is not printed, from `protectTable`. */
  readonly unprinted: readonly number[];
  /** Digits of the published share; the same as given to `protectTable`. */
  readonly decimals: number;
}

/**
 * A street's estimate as it may be released beside communities of which some are not printed.
 *
 * The stratified variance is a sum over the strata's own shares, so that interval and n* would be a second
 * equation about the missing ones, and two equations give two unknowns. Here the share is rounded first, and the
 * unprinted strata enter the variance as one: with the share they must have together, given the rounded total and
 * the printed strata, and with n reduced by the design effect of their unequal weights. Every figure is then
 * made of what is printed anyway. The merged stratum takes in the differences between its parts, which as a rule
 * makes the interval a little wider, not narrower.
 */
export function releasedProportion(request: ReleaseRequest): StratifiedProportion {
  const exact = stratifiedProportion(request);
  const share = roundShare(exact.share, request.decimals);
  const responded = [...request.strata.entries()].filter(([, stratum]) => respondentsOf(stratum) > 0);
  const printed = responded
    .filter(([index]) => !request.unprinted.includes(index))
    .map(([, stratum]) => stratum);
  const missing = responded
    .filter(([index]) => request.unprinted.includes(index))
    .map(([, stratum]) => stratum);
  if (missing.length === 0) return { ...exact, share };
  const strata = [...printed, mergedStratum(share, printed, missing)];
  const { variance, df, effectiveN } = stratifiedProportion({ ...request, strata });
  const interval = wilsonOnEffectiveSize(share, effectiveN, request.confidence);
  return { share, variance, n: exact.n, df, effectiveN, interval, leftOut: exact.leftOut };
}

/** One stratum in place of several, which brings the estimate of the whole to `share`. */
function mergedStratum(share: number, printed: readonly Stratum[], missing: readonly Stratum[]): Stratum {
  const frameSize = total(missing, (stratum) => stratum.frameSize);
  const counted = total(missing, respondentsOf);
  // Kish's design effect of weights N_h/m_h: the merged stratum counts for fewer respondents than it has.
  const effect =
    (counted * total(missing, (one) => one.frameSize ** 2 / respondentsOf(one))) / frameSize ** 2;
  const respondents = counted / effect;
  const n = total(missing, (stratum) => stratum.n) / effect;
  const weight = frameSize / respondents;
  const printedBase = total(printed, (stratum) => weightOf(stratum) * stratum.n);
  const printedFavourable = total(printed, (stratum) => weightOf(stratum) * stratum.favourable);
  const favourable = (share * (printedBase + weight * n) - printedFavourable) / weight;
  return { frameSize, respondents, n, favourable: Math.min(n, Math.max(0, favourable)) };
}
