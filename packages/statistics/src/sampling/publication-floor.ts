import { requireWholeCount } from '../statistics-error.ts';
import { allocate } from './allocation.ts';
import type { AllocationMethod } from './allocation.ts';
import { doorsFor } from './sample-size.ts';
import type { ExpectedYield } from './sample-size.ts';

/**
 * Completes a stratum's own rate needs to be published. At 30, the least the NCHS standards of 2017 print at all
 * (Parker et al., Vital and Health Statistics 2(175)), the interval of a share near one half is wider than they allow.
 */
export const publishableCompletes = 60;

export interface StratumToSample extends ExpectedYield {
  /** Doors of the frame, N_h. */
  readonly size: number;
  /** Whether the stratum's own rate is to be published, so that the floor holds for it. */
  readonly published: boolean;
}

export interface StratumSample {
  readonly doors: number;
  /** doors × response × eligibility. */
  readonly expectedCompletes: number;
  /** Whether the completes expected reach the floor: a small stratum cannot, though all of it is taken. */
  readonly reachesFloor: boolean;
}

/**
 * Shares doors out among the strata so that every stratum whose rate is to be published can expect the completes a
 * publication needs, or is taken whole.
 *
 * @param total doors of the whole sample; not used by `fixed`
 * @throws StatisticsError allocationImpossible: the floors alone need more doors, or the strata hold fewer
 */
export function allocateDoors(request: {
  readonly strata: readonly StratumToSample[];
  readonly method: AllocationMethod;
  readonly total: number;
  /** Completes; {@link publishableCompletes} unless told. */
  readonly floor?: number;
}): readonly StratumSample[] {
  const { strata, method, total, floor = publishableCompletes } = request;
  requireWholeCount(floor, 'floor');
  const floors = strata.map((stratum) =>
    stratum.published ? doorsFor({ ...stratum, completes: floor }) : 0,
  );
  const sizes = strata.map(({ size }) => size);
  const allocation = allocate({ sizes, method, total, floor: floors });
  return strata.map(({ expectedResponse, expectedEligibility }, index) => {
    const doors = allocation[index] ?? 0;
    return {
      doors,
      expectedCompletes: doors * expectedResponse * expectedEligibility,
      reachesFloor: doors >= doorsFor({ completes: floor, expectedResponse, expectedEligibility }),
    };
  });
}
