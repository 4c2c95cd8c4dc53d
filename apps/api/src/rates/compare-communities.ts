/** Communities of one sampled round beside each other: which differ by more than chance explains, and no rank. */
import { indicators } from '@huhudao/domain';
import type { ResponseOf, readCommunityComparison } from '@huhudao/protocol';
import {
  benjaminiHochberg,
  exactFunnelLimits,
  fisherExact,
  funnel,
  funnelConfidences,
  normalFunnelLimits,
  type Funnel,
  type Interval,
} from '@huhudao/statistics';
import type { ReleasedCell } from './released-cells.ts';
import { takesPart, wholeCountsOf, type PrintedCell } from './takes-part.ts';

type Comparison = ResponseOf<typeof readCommunityComparison>;
type FunnelView = Comparison['funnels'][number];
type Drawn = NonNullable<FunnelView['drawn']>;

/** Below this, a screened difference counts as more than chance: the share of false alarms among those named. */
const falseDiscoveries = 0.05;
const limitSteps = 40;

/** A funnel for each indicator that has a released cell. */
export function compareInFunnels(cells: readonly ReleasedCell[]): FunnelView[] {
  return indicators.flatMap((indicator) => {
    const own = cells.filter(({ cell }) => cell.indicator === indicator);
    if (own.length === 0) return [];
    const printed = own.filter(takesPart);
    return [{ indicator, drawn: printed.length < 2 ? null : drawnOf(printed), leftOut: leftOutOf(own) }];
  });
}

function leftOutOf(cells: readonly ReleasedCell[]): FunnelView['leftOut'] {
  return cells.flatMap(({ cell: { areaId, areaName, kind, reason } }) =>
    kind === 'banded' || kind === 'hidden' ? [{ areaId, areaName, kind, reason }] : [],
  );
}

function drawnOf(printed: readonly PrintedCell[]): Drawn {
  const counts = printed.map(wholeCountsOf);
  const { target: centre, factor, overdispersed, points } = funnel(counts);
  return {
    centre,
    factor,
    overdispersed,
    limits: limitsOf(
      counts.map(({ n }) => n),
      { centre, factor, overdispersed },
    ),
    points: points.map(({ share, group, inner, outer }, index) => ({
      areaId: printed[index]?.cell.areaId ?? '',
      areaName: printed[index]?.cell.areaName ?? '',
      n: counts[index]?.n ?? 0,
      value: share,
      group,
      inner: ends(inner),
      outer: ends(outer),
    })),
  };
}

const ends = ({ lower, upper }: Interval): [number, number] => [Math.max(0, lower), Math.min(1, upper)];

/** The curves of a funnel, a little beyond its smallest and largest community. */
function limitsOf(
  sizes: readonly number[],
  { centre, factor, overdispersed }: { centre: number } & Pick<Funnel, 'factor' | 'overdispersed'>,
): Drawn['limits'] {
  const [from, to] = [Math.max(2, Math.min(...sizes) * 0.8), Math.max(...sizes) * 1.1];
  const steps = Array.from({ length: limitSteps + 1 }, (_, step) =>
    Math.round(from * (to / from) ** (step / limitSteps)),
  );
  const at = (n: number, confidence: number) =>
    ends(
      overdispersed
        ? normalFunnelLimits(centre, n, confidence, { multiplier: factor })
        : exactFunnelLimits(centre, n, confidence),
    );
  return [...new Set(steps)].map((n) => ({
    n,
    inner: at(n, funnelConfidences.inner),
    outer: at(n, funnelConfidences.outer),
  }));
}

/** Every shown community × indicator against the other shown communities together (Fisher), adjusted for their number. */
export function screenCommunities(cells: readonly ReleasedCell[]): Comparison['screen'] {
  const tests = indicators.flatMap((indicator) => {
    const printed = cells.filter(takesPart).filter(({ cell }) => cell.indicator === indicator);
    return printed.length < 2 ? [] : printed.map((one) => againstRest(one, printed));
  });
  const adjusted = benjaminiHochberg(tests.map(({ p }) => p));
  return tests.map((test, index) => {
    const chance = adjusted[index] ?? 1;
    const away = test.value > test.rest ? 'above' : 'below';
    return { ...test, adjusted: chance, group: chance < falseDiscoveries ? away : 'within' };
  });
}

function againstRest(one: PrintedCell, all: readonly PrintedCell[]) {
  const own = wholeCountsOf(one);
  const others = all.filter((other) => other !== one).map(wholeCountsOf);
  const favourable2 = others.reduce((sum, { favourable }) => sum + favourable, 0);
  const n2 = others.reduce((sum, { n }) => sum + n, 0);
  const { areaId, areaName, indicator } = one.cell;
  const p = fisherExact({ favourable1: own.favourable, n1: own.n, favourable2, n2 });
  return { areaId, areaName, indicator, value: own.favourable / own.n, rest: favourable2 / n2, p };
}
