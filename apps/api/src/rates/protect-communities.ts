/**
 * Decides which communities of a round are released again, and what of each rate may be shown.
 *
 * Three things could tell what is hidden: the street's figure in the same table, later releases of the same cell,
 * and later releases of the street's figure. Against them: `protectTable`; `keepsPastOpen`; and that the street's
 * figure is shown while the round is open only if every community's is, otherwise once, when the round closes.
 * See docs/decisions/011-releases.md.
 */
import {
  classifyCell,
  countsRemaining,
  isExact,
  keepsPastOpen,
  publishedCount,
  releaseDue,
  type Cell,
  type CellDecision,
  type DisclosureRules,
  type EarlierReleases,
  type protectTable,
  type PublishedCount,
  type PublishedTotal,
  type Stratum,
  type TableDecision,
  type TableRequest,
} from '@huhudao/statistics';
import { must } from '@huhudao/domain';
import { shareOf, type Basis, type Formula } from './basis.ts';
import type { CellKind, PastCell } from './figures.types.ts';
import { cellOf, estimateOf, stratumOf } from './measured-cell.ts';

/** Digits of a street's share; its rounding is part of what protects the communities. */
export const decimals = 3;

export type CommunityFacts = {
  communityId: string;
  /** Households of the frame. */
  frameSize: number;
  now: Basis;
  /** Releases since the count was last printed, that one included; oldest first. */
  past: readonly PastCell[];
};

export type Protection = {
  rules: DisclosureRules;
  protect: typeof protectTable;
  /** Earlier releases are taken into account; a test leaves them out, to see the attack succeed. */
  remembers: boolean;
};

export type ProtectRequest = Protection & {
  formula: Formula;
  /** True for a measurement round: shares are estimates. */
  sampled: boolean;
  closing: boolean;
  communities: readonly CommunityFacts[];
};

/** A community's cell as it now stands published. */
export type StandingCell = CommunityFacts & {
  basis: Basis;
  stratum: Stratum;
  decision: CellDecision;
  /** True where this is a new release. */
  changed: boolean;
};

export type StandingTable = { communities: readonly StandingCell[]; total: CellDecision };

export function protectCommunities(request: ProtectRequest): StandingTable {
  let moving = new Set(request.communities.filter((one) => isDue(one, request)));
  for (;;) {
    const table = tableOf(request, moving);
    const refused = table.communities.filter((one) => moving.has(one.facts) && !keepsOpen(one, request));
    if (refused.length === 0) return standing(request, table, moving);
    // Their further answers would give earlier ones away: they wait for more.
    moving = moving.difference(new Set(refused.map((one) => one.facts)));
  }
}

const keptBack: CellDecision = { kind: 'hidden', reason: 'secondary' };

type TableRow = { facts: CommunityFacts; basis: Basis; stratum: Stratum; decision: CellDecision };
type Table = { communities: readonly TableRow[]; total: CellDecision };

function isDue({ now, past }: CommunityFacts, { formula, closing, rules }: ProtectRequest): boolean {
  const before = past.at(-1);
  const releasedN = before === undefined ? 0 : shareOf(before.basis, formula).n;
  return releaseDue({ n: shareOf(now, formula).n, releasedN, closing }, rules);
}

/** The table as it would be with these communities released anew and the others as they were. */
function tableOf(request: ProtectRequest, moving: ReadonlySet<CommunityFacts>): Table {
  const { formula, sampled, rules } = request;
  const rows = request.communities.flatMap((facts) => {
    const basis = moving.has(facts) ? facts.now : facts.past.at(-1)?.basis;
    return basis === undefined ? [] : [{ facts, basis, stratum: stratumOf(basis, formula, facts.frameSize) }];
  });
  const { cells, total } = decide(request)({
    cells: rows.map(({ stratum }) => cellOf(stratum, sampled)),
    total: totalOf(rows, sampled),
    rules,
    earlier: rows.map((row) => earlierOf(row, request)),
  });
  const communities = rows.map((row, index) => ({
    ...row,
    decision: must(cells[index], 'a decision a cell'),
  }));
  return { communities, total };
}

/**
 * Of two communities in a sample, one cannot stand in for the other: their answers weigh differently, and a tenth of a
 * point leaves no room. Each is then judged for itself, and the street is shown only with both. This goes by the
 * number of communities, which tells nobody anything.
 */
const fewestTogether = 3;

function decide({ sampled, communities, protect }: ProtectRequest): Protection['protect'] {
  return sampled && communities.length < fewestTogether ? judgeAlone : protect;
}

function judgeAlone({ cells, total, rules }: TableRequest): TableDecision {
  const decisions = cells.map((cell) => classifyCell(cell, rules));
  if (cells.some((cell, index) => cell.n > 0 && !isExact(must(decisions[index], 'a decision'))))
    return { cells: decisions, total: keptBack };
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const favourable = cells.reduce((sum, cell) => sum + cell.favourable, 0);
  return { cells: decisions, total: classifyCell({ n, favourable, ...precisionOf(total) }, rules) };
}

function precisionOf(total: PublishedTotal): Pick<Cell, 'effectiveN' | 'df'> {
  if (total.as === 'counts' || total.effectiveN === undefined || total.df === undefined) return {};
  return { effectiveN: total.effectiveN, df: total.df };
}

function totalOf(rows: readonly { stratum: Stratum }[], sampled: boolean): PublishedTotal {
  if (!sampled) return { as: 'counts' };
  const strata = rows.map((row) => row.stratum);
  const estimate = estimateOf(strata);
  const weights = strata.map(({ frameSize, respondents = 0 }) => frameSize / respondents);
  return estimate === undefined
    ? { as: 'share', weights, decimals }
    : { as: 'share', weights, decimals, effectiveN: estimate.effectiveN, df: estimate.df };
}

const exactKinds: readonly CellKind[] = ['shown', 'flagged'];

export const wasPrinted = ({ kind }: PastCell): boolean => exactKinds.includes(kind);

/**
 * Whether the earlier releases of a cell still keep what they kept back, once this one is out. A cell that is only
 * hidden for the sake of another is looked at as if it were printed: one day it may be, without further answers.
 */
function keepsOpen(row: TableRow, request: ProtectRequest): boolean {
  const { sampled, rules, remembers } = request;
  if (!remembers) return true;
  const cell = cellOf(row.stratum, sampled);
  const next = publishedCount(cell, classifyCell(cell, rules), rules);
  return keepsPastOpen([...publishedOf(row.facts, request), next], rules);
}

/** What each release before has told of the count. */
function publishedOf(
  { past, frameSize }: CommunityFacts,
  { formula, sampled, rules }: ProtectRequest,
): PublishedCount[] {
  return past.map((release) => {
    const cell = cellOf(stratumOf(release.basis, formula, frameSize), sampled);
    return publishedCount(cell, wasPrinted(release) ? { kind: 'shown' } : keptBack, rules);
  });
}

/** What all of them together tell of the count now. */
function earlierOf(
  { facts, stratum }: Pick<TableRow, 'facts' | 'stratum'>,
  request: ProtectRequest,
): EarlierReleases | undefined {
  if (!request.remembers || facts.past.length === 0) return undefined;
  const { n, favourable: count } = stratum;
  const now: PublishedCount = { n, count, low: 0, high: n, secret: false };
  const range = countsRemaining([...publishedOf(facts, request), now]).at(-1);
  return { printed: facts.past.some(wasPrinted), low: range?.low ?? 0, high: range?.high ?? n };
}

function standing(
  request: ProtectRequest,
  { communities, total }: Table,
  moving: ReadonlySet<CommunityFacts>,
): StandingTable {
  const openEnough =
    request.closing ||
    !request.remembers ||
    communities.every(({ stratum, decision }) => stratum.n === 0 || isExact(decision));
  return {
    communities: communities.map((row) => ({
      ...row.facts,
      basis: row.basis,
      stratum: row.stratum,
      decision: row.decision,
      changed: moving.has(row.facts) || differs(row),
    })),
    total: openEnough ? total : heldBack(communities, request.rules),
  };
}

/** A cell hidden for the sake of another is shown without further answers when the other no longer needs it. */
function differs({ facts, decision }: TableRow): boolean {
  const before = facts.past.at(-1);
  return before !== undefined && !wasPrinted(before) && isExact(decision);
}

/** The reason goes by the number of answers alone, which is public anyway. */
function heldBack(rows: readonly TableRow[], rules: DisclosureRules): CellDecision {
  const n = rows.reduce((sum, row) => sum + row.stratum.n, 0);
  if (n < rules.smallestShown) return { kind: 'hidden', reason: 'fewAnswers' };
  const few = rules.precision !== null && n < rules.precision.smallestSample;
  return { kind: 'hidden', reason: few ? 'imprecise' : 'secondary' };
}
