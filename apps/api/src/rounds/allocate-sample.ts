import { must } from '@huhudao/domain';
import { Problem, type BodyOf, type allocateSample } from '@huhudao/protocol';
import {
  allocateDoors,
  doorsFor,
  publishableCompletes,
  sampleSize,
  StatisticsError,
  type AllocationMethod,
  type StratumSample,
  type StratumToSample,
} from '@huhudao/statistics';

type Wanted = BodyOf<typeof allocateSample>;

/**
 * Shares a sample out among communities whose frames have these sizes, in the order of `communityIds`.
 * @throws Problem allocationImpossible: less than the floors together, or more than there are households
 */
export function shareOutSample(wanted: Wanted, sizeOf: ReadonlyMap<string, number>) {
  const { communityIds, expectedResponse, expectedEligibility, published } = wanted;
  const strata = communityIds.map((communityId) => {
    const size = sizeOf.get(communityId) ?? 0;
    return { communityId, size, expectedResponse, expectedEligibility, published };
  });
  const { method } = wanted;
  const shares =
    method.kind === 'margin'
      ? strata.map((stratum) => sizeByMargin(stratum, method.margin))
      : allocateWithin(strata, methodOf(method, communityIds), totalOf(method));
  return strata.map(({ communityId, size }, index) => {
    const { doors, expectedCompletes, reachesFloor } = must(shares[index], 'a share of each community');
    return { communityId, frameSize: size, sampleSize: doors, expectedCompletes, reachesFloor };
  });
}

/** @throws Problem allocationImpossible */
function allocateWithin(
  strata: readonly StratumToSample[],
  method: AllocationMethod,
  total: number,
): readonly StratumSample[] {
  try {
    return allocateDoors({ strata, method, total });
  } catch (error) {
    if (!(error instanceof StatisticsError) || error.code !== 'allocationImpossible') throw error;
    const floors = allocateDoors({ strata, method: { kind: 'fixed', perStratum: 0 }, total: 0 });
    const least = floors.reduce((all, { doors }) => all + doors, 0);
    const available = strata.reduce((all, { size }) => all + size, 0);
    throw new Problem('allocationImpossible', { wanted: total, least, available });
  }
}

/** The size helper of measurement.md, section 3, for each community by itself; the floor of a published rate holds. */
function sizeByMargin({ size, published, ...expected }: StratumToSample, margin: number): StratumSample {
  const { expectedResponse, expectedEligibility } = expected;
  const floor = doorsFor({ completes: publishableCompletes, expectedResponse, expectedEligibility });
  const wanted = sampleSize({ share: 0.5, margin, populationSize: size, ...expected }).doors;
  const doors = Math.min(size, published ? Math.max(wanted, floor) : wanted);
  const expectedCompletes = doors * expectedResponse * expectedEligibility;
  return { doors, expectedCompletes, reachesFloor: doors >= floor };
}

type Shared = Exclude<Wanted['method'], { kind: 'margin' }>;

/** Households of the whole sample; a fixed number in each community has no total to keep to. */
const totalOf = (method: Shared): number => (method.kind === 'fixed' ? 0 : method.total);

function methodOf(method: Shared, communityIds: readonly string[]): AllocationMethod {
  switch (method.kind) {
    case 'proportional':
    case 'squareRoot':
      return { kind: method.kind };
    case 'fixed':
      return { kind: 'fixed', perStratum: method.perCommunity };
    case 'neyman': {
      const shares = communityIds.map((id) => method.shares[id] ?? 0.5);
      return { kind: 'neyman', deviations: shares.map((share) => Math.sqrt(share * (1 - share))) };
    }
  }
}
