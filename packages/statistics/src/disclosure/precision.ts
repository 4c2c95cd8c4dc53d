import { kornGraubard } from '../intervals/effective-size.ts';
import { requireCount, requireShare } from '../statistics-error.ts';
import type { PrecisionRules } from './rules.ts';

/** Why a shown share wants a second look. `complement`: its opposite, on its own, would be too imprecise to show. */
export type PrecisionFlag = 'fewDegreesOfFreedom' | 'zeroOrHundred' | 'complement';

export interface PrecisionVerdict {
  readonly suppressed: boolean;
  readonly flags: readonly PrecisionFlag[];
}

/**
 * Whether a share is precise enough to be shown, by the NCHS presentation standards: suppressed with fewer than 30
 * answers or effective answers, an interval .30 wide or wider, or one between .05 and .30 that is wider than 130%
 * of the share. The interval is Korn–Graubard; at 0% and 100% its width is not judged, the share is flagged.
 */
export function judgePrecision(
  { share, n, effectiveN, df }: { share: number; n: number; effectiveN: number; df: number },
  rules: PrecisionRules,
): PrecisionVerdict {
  requireShare(share, 'share');
  requireCount(effectiveN, 'effectiveN');
  if (n < rules.smallestSample || effectiveN < rules.smallestSample) return { suppressed: true, flags: [] };
  const flags: PrecisionFlag[] = df < rules.fewDegreesOfFreedom ? ['fewDegreesOfFreedom'] : [];
  if (share === 0 || share === 1) return { suppressed: false, flags: [...flags, 'zeroOrHundred'] };
  const { lower, upper } = kornGraubard(share, effectiveN);
  const width = upper - lower;
  const wideAgainst = (part: number) => width > rules.narrow && width > rules.widestRelative * part;
  if (width >= rules.widest || wideAgainst(share)) return { suppressed: true, flags: [] };
  return { suppressed: false, flags: wideAgainst(1 - share) ? [...flags, 'complement'] : flags };
}
