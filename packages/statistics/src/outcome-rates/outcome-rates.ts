import { requireCount } from '../statistics-error.ts';

/**
 * Households by disposition group of the AAPOR Standard Definitions: interviews (I), partial interviews (P),
 * refusals (R), non-contacts (NC), other eligible (O), unknown whether there is a household (UH), other unknown
 * (UO), not eligible (NE). Weighted counts need not be whole.
 */
export interface OutcomeCounts {
  readonly I: number;
  readonly P: number;
  readonly R: number;
  readonly NC: number;
  readonly O: number;
  readonly UH: number;
  readonly UO: number;
  readonly NE: number;
}

/** A rate in [0, 1], or `undefined` where it would be 0/0: nothing is known, which is not the same as none. */
export type Rate = number | undefined;

/** Response (RR), cooperation (COOP), refusal (REF), contact (CON) and location (LOC) rates, and the eligible share `e`. */
export interface OutcomeRates {
  readonly e: Rate;
  readonly RR1: Rate;
  readonly RR2: Rate;
  readonly RR3: Rate;
  readonly RR4: Rate;
  readonly RR5: Rate;
  readonly RR6: Rate;
  readonly COOP1: Rate;
  readonly COOP2: Rate;
  readonly COOP3: Rate;
  readonly COOP4: Rate;
  readonly REF1: Rate;
  readonly REF2: Rate;
  readonly REF3: Rate;
  readonly CON1: Rate;
  readonly CON2: Rate;
  readonly CON3: Rate;
  readonly LOC1: Rate;
  readonly LOC2: Rate;
}

/**
 * All outcome rates of a set of households.
 *
 * With K = I+P+R+NC+O known to be eligible and U = UH+UO unknown, three denominators recur: K+U counts all
 * unknown as eligible, K+eU the share `e = K/(K+NE)` of them, K none. Source: AAPOR Standard Definitions.
 */
export function outcomeRates(counts: OutcomeCounts): OutcomeRates {
  for (const [group, count] of Object.entries(counts)) requireCount(count, group);
  const { I, P, R, NC, O, UH, UO, NE } = counts;
  const K = I + P + R + NC + O;
  const U = UH + UO;
  const e = ratio(K, K + NE);
  const someUnknown = e === undefined ? undefined : K + e * U;
  const contacted = I + P + R + O;
  return {
    e,
    RR1: ratio(I, K + U),
    RR2: ratio(I + P, K + U),
    RR3: ratio(I, someUnknown),
    RR4: ratio(I + P, someUnknown),
    RR5: ratio(I, K),
    RR6: ratio(I + P, K),
    COOP1: ratio(I, contacted),
    COOP2: ratio(I + P, contacted),
    COOP3: ratio(I, I + P + R),
    COOP4: ratio(I + P, I + P + R),
    REF1: ratio(R, K + U),
    REF2: ratio(R, someUnknown),
    REF3: ratio(R, K),
    CON1: ratio(contacted, K + U),
    CON2: ratio(contacted, someUnknown),
    CON3: ratio(contacted, K),
    LOC1: ratio(K, K + U),
    LOC2: ratio(K, someUnknown),
  };
}

/**
 * What each rate is a share of: its denominator, `undefined` where that itself cannot be had. `e` is a share of the
 * households whose eligibility is known. Weighted counts give weighted denominators.
 */
export function outcomeRateBases(
  counts: OutcomeCounts,
): Readonly<Record<keyof OutcomeRates, number | undefined>> {
  const { I, P, R, NC, O, UH, UO, NE } = counts;
  const K = I + P + R + NC + O;
  const U = UH + UO;
  const { e } = outcomeRates(counts);
  const some = e === undefined ? undefined : K + e * U;
  const [all, contacted, asked] = [K + U, I + P + R + O, I + P + R];
  return {
    e: K + NE,
    ...{ RR1: all, RR2: all, RR3: some, RR4: some, RR5: K, RR6: K },
    ...{ COOP1: contacted, COOP2: contacted, COOP3: asked, COOP4: asked },
    ...{ REF1: all, REF2: some, REF3: K },
    ...{ CON1: all, CON2: some, CON3: K },
    ...{ LOC1: all, LOC2: some },
  };
}

function ratio(part: number, whole: number | undefined): Rate {
  return whole === undefined || whole === 0 ? undefined : part / whole;
}
