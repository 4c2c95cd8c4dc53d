import { must } from '@huhudao/domain';
import { Problem, type BodyOf, type allocateSample } from '@huhudao/protocol';
import {
  allocateDoors,
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
  const shares = allocateWithin(strata, methodOf(wanted), totalOf(wanted));
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

/** Households of the whole sample; a fixed number in each community has no total to keep to. */
const totalOf = ({ method }: Wanted): number => (method.kind === 'fixed' ? 0 : method.total);

function methodOf({ method, communityIds }: Wanted): AllocationMethod {
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
