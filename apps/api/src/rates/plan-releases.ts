/** Makes the release rows of a round from its counts: a pure function of what is stored. */
import { type Indicator, addOutcomes, type GroupCounts } from '@huhudao/domain';
import type { IndicatorDefinition } from '@huhudao/questionnaire';
import {
  isExact,
  outcomeRates,
  releasedProportion,
  type CellDecision,
  type DisclosureRules,
} from '@huhudao/statistics';
import type { Basis } from './basis.ts';
import { besideFigures, nothingBeside, streetBeside, wasShown, type BesidePart } from './beside-figures.ts';
import type { CellFigures, CellKind, PastCell } from './figures.types.ts';
import {
  bandOf,
  coverageFigures,
  decided,
  estimateOf,
  estimating,
  nothingShown,
  sampleFigures,
} from './measured-cell.ts';
import {
  decimals,
  protectCommunities,
  type Protection,
  type StandingCell,
  type StandingTable,
} from './protect-communities.ts';
import { satisfactionFigures, streetSatisfaction, type SatisfactionPart } from './satisfaction-figures.ts';

export type RoundCounts = {
  streetId: string;
  sampled: boolean;
  closing: boolean;
  communities: readonly {
    communityId: string;
    frameSize: number;
    outcomes: GroupCounts;
    /** By indicator. */
    now: Partial<Record<Indicator, Basis>>;
    past: Partial<Record<Indicator, readonly PastCell[]>>;
  }[];
  definitions: readonly IndicatorDefinition[];
};

/** A rate of an area that is released now. */
export type NewCell = {
  areaId: string;
  indicator: Indicator;
  formulaId: string;
  kind: CellKind;
  reason: string | null;
  n: number;
  figures: CellFigures;
  basis: Basis | { parts: Record<string, number> };
  /** Instant of the counts where they are older than this release. */
  countedAt: string | null;
};

/**
 * Nothing is estimated in a coverage round: every household is asked, and what may be wrong is printed as bounds. The
 * rules of precision are about estimates, so that only those of confidentiality apply.
 */
export const rulesOf = (rules: DisclosureRules, sampled: boolean): DisclosureRules =>
  sampled ? rules : { ...rules, precision: null };

export function planCells(counts: RoundCounts, protection: Protection): NewCell[] {
  return counts.definitions.flatMap((definition) => planIndicator(counts, definition, protection));
}

function planIndicator(
  counts: RoundCounts,
  definition: IndicatorDefinition,
  protection: Protection,
): NewCell[] {
  const rules = rulesOf(protection.rules, counts.sampled);
  const { sampled, closing } = counts;
  const communities = counts.communities.map((one) => ({
    communityId: one.communityId,
    frameSize: one.frameSize,
    now: one.now[definition.indicator] ?? { respondents: 0, codes: {} },
    past: one.past[definition.indicator] ?? [],
  }));
  const table = protectCommunities({
    ...protection,
    formula: definition,
    sampled,
    closing,
    communities,
    rules,
  });
  if (!table.communities.some((one) => one.changed)) return [];
  const cells = table.communities.map((one) => communityCell(counts, definition, one, rules));
  const street = streetCell(counts, definition, table, cells, rules);
  return [...cells.filter((_, index) => table.communities[index]?.changed === true), street];
}

function communityCell(
  { communities, sampled }: RoundCounts,
  definition: IndicatorDefinition,
  one: StandingCell,
  rules: DisclosureRules,
): NewCell {
  const { basis, stratum, decision, past } = one;
  const outcomes = communities.find((other) => other.communityId === one.communityId)?.outcomes;
  const share = stratum.favourable / stratum.n;
  const estimate = sampled ? estimateOf([stratum]) : undefined;
  const printed = !isExact(decision)
    ? {}
    : estimate === undefined
      ? coverageFigures(share, responseRate(outcomes))
      : sampleFigures(estimate);
  const before = past.at(-1);
  return {
    ...headOf(definition, decision),
    areaId: one.communityId,
    n: stratum.n,
    figures: {
      ...nothingShown,
      ...printed,
      band: bandOf(decision),
      satisfaction:
        definition.indicator === 'satisfaction'
          ? satisfactionFigures(basis, decision, past, definition, rules)
          : null,
      beside: besideFigures(one, { formula: definition, rules, sampled }),
    },
    basis,
    countedAt: basis === before?.basis ? before.dataTime : null,
  };
}

function streetCell(
  counts: RoundCounts,
  definition: IndicatorDefinition,
  { communities, total }: StandingTable,
  cells: readonly NewCell[],
  rules: DisclosureRules,
): NewCell {
  const printed = isExact(total) ? streetFigures(counts, communities) : {};
  const parts = partsOf(counts, communities, cells);
  const value = printed.value ?? null;
  return {
    ...headOf(definition, total),
    areaId: counts.streetId,
    n: communities.reduce((sum, one) => sum + one.stratum.n, 0),
    figures: {
      ...nothingShown,
      ...printed,
      band: bandOf(total),
      satisfaction:
        definition.indicator === 'satisfaction' && value !== null
          ? streetSatisfaction(parts.satisfaction, {
              headline: value,
              formula: definition,
              rules,
              closing: counts.closing,
            })
          : null,
      beside:
        value === null
          ? nothingBeside(definition)
          : streetBeside(parts.beside, { formula: definition, rules, closing: counts.closing }),
    },
    basis: { parts: Object.fromEntries(communities.map((one) => [one.communityId, releaseOf(one)])) },
    countedAt: null,
  };
}

/** What each community adds to the figures printed beside the street's rate. */
function partsOf(
  { sampled }: RoundCounts,
  communities: readonly StandingCell[],
  cells: readonly NewCell[],
): { satisfaction: SatisfactionPart[]; beside: BesidePart[] } {
  const standing = communities.map((one, index) => {
    const { basis, past, changed, decision } = one;
    const weight = sampled ? weightOf(one) : 1;
    const figures = changed ? cells[index]?.figures : past.at(-1)?.figures;
    return { basis, weight, decision, past, figures: figures ?? nothingShown };
  });
  return {
    satisfaction: standing.map(({ basis, weight, past, figures }) => ({
      basis,
      weight,
      shown: figures.satisfaction !== null,
      shownBefore: past.some((release) => release.figures.satisfaction !== null),
    })),
    beside: standing.map(({ figures, ...part }) => ({ ...part, shown: wasShown(figures) })),
  };
}

/** A street is estimated from the releases of its communities, never from live counts. */
function streetFigures(counts: RoundCounts, communities: readonly StandingCell[]): Partial<CellFigures> {
  const strata = communities.map((one) => one.stratum);
  if (counts.sampled) {
    const unprinted = [...communities.keys()].filter((index) => {
      const one = communities[index];
      return one !== undefined && one.stratum.n > 0 && !isExact(one.decision);
    });
    return sampleFigures(releasedProportion({ strata, ...estimating, unprinted, decimals }));
  }
  const sum = (of: (stratum: StandingCell['stratum']) => number) =>
    strata.reduce((all, stratum) => all + of(stratum), 0);
  const outcomes = addOutcomes(counts.communities.map((one) => one.outcomes));
  return coverageFigures(sum((one) => one.favourable) / sum((one) => one.n), responseRate(outcomes));
}

const weightOf = ({ stratum }: StandingCell): number =>
  stratum.n === 0 ? 0 : stratum.frameSize / (stratum.respondents ?? stratum.n);

const releaseOf = ({ past, changed }: StandingCell): number => (past.at(-1)?.number ?? 0) + (changed ? 1 : 0);

const headOf = ({ indicator, formulaId }: IndicatorDefinition, decision: CellDecision) => ({
  indicator,
  formulaId,
  ...decided(decision),
});

const responseRate = (outcomes: GroupCounts | undefined): number | undefined =>
  outcomes === undefined ? undefined : outcomeRates(outcomes).RR1;
