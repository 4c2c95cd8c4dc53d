import { StatisticsError } from '../statistics-error.ts';

/** Where a respondent stands in the sample design. */
export interface DesignUnit {
  readonly stratum: string;
  /** The unit drawn first: a household in a sample of households, a building in one of buildings. */
  readonly psu: string;
  /** PSUs of the stratum in the population, for the finite population correction; without it there is none. */
  readonly populationPsus?: number;
}

/** What a stratum with one PSU does: stop, add its squared distance from the mean of all PSUs, or nothing, knowingly. */
export type LonePsu = 'fail' | 'adjust' | 'remove';

/** A stratum's PSUs, each with the places of its respondents. */
export interface DesignStratum {
  readonly psus: readonly (readonly number[])[];
  /** n_h/N_h, 0 without a correction. */
  readonly fraction: number;
}

/** The respondents of a design by stratum and PSU. A PSU of the same name in two strata is two PSUs. */
export function strataOf(units: readonly DesignUnit[]): DesignStratum[] {
  const strata = new Map<string, { psus: Map<string, number[]>; populationPsus: number | undefined }>();
  for (const [index, { stratum, psu, populationPsus }] of units.entries()) {
    const known = strata.get(stratum) ?? { psus: new Map<string, number[]>(), populationPsus };
    if (known.populationPsus !== populationPsus) {
      throw new StatisticsError('invalidDesign', `stratum ${stratum} has two numbers of PSUs`);
    }
    known.psus.set(psu, [...(known.psus.get(psu) ?? []), index]);
    strata.set(stratum, known);
  }
  return [...strata].map(([name, { psus, populationPsus = Infinity }]) => {
    if (psus.size > populationPsus) {
      throw new StatisticsError(
        'invalidDesign',
        `stratum ${name} has more PSUs in the sample than there are`,
      );
    }
    return { psus: [...psus.values()], fraction: psus.size / populationPsus };
  });
}

/** PSUs − strata. */
export function degreesOfFreedom(units: readonly DesignUnit[]): number {
  const strata = strataOf(units);
  return strata.reduce((sum, { psus }) => sum + psus.length, 0) - strata.length;
}
