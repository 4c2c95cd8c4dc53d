import { addOutcomes, groupOutcomes, type GroupCounts, type Outcome } from '@huhudao/domain';
import { outcomeRateNames, type MonitoredOutcomes } from '@huhudao/protocol';
import { outcomeRateBases, outcomeRates } from '@huhudao/statistics';

/** A rate of fewer doors than this is no rate: the counts are shown instead (measurement: precision). */
export const fewestDoors = 30;

type Row = { communityId: string; outcome: Outcome | null; count: number };
type Community = { id: string; name: string };

/** All communities together, then each of them in the order given. The counts are the doors of coverage, grouped. */
export function presentOutcomes(
  rows: readonly Row[],
  communities: readonly Community[],
): MonitoredOutcomes[] {
  const byCommunity = Map.groupBy(rows, (row) => row.communityId);
  const each = communities
    .filter(({ id }) => byCommunity.has(id))
    .map(({ id, name }) => ({
      areaId: id,
      areaName: name,
      counts: groupOutcomes(byCommunity.get(id) ?? []),
    }));
  const all = { areaId: null, areaName: '', counts: addOutcomes(each.map(({ counts }) => counts)) };
  return [all, ...each].map((place) => ({ ...place, rates: ratesOf(place.counts) }));
}

function ratesOf(counts: GroupCounts): MonitoredOutcomes['rates'] {
  const [rates, bases] = [outcomeRates(counts), outcomeRateBases(counts)];
  return outcomeRateNames.map((name) => {
    const [value, base = null] = [rates[name], bases[name]];
    if (value === undefined || base === null) return { name, value: null, base, state: 'undefined' };
    if (base < fewestDoors) return { name, value: null, base, state: 'tooFew' };
    return { name, value, base, state: 'shown' };
  });
}
