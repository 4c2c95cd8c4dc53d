/** Holds what was released against the recount, figure by figure. */
import { must, type Indicator } from '@huhudao/domain';
import type { Sql } from '@huhudao/db';
import type { RateCell, readRates, ResponseOf } from '@huhudao/protocol';
import * as recounts from './recount.queries.ts';

type Released = ResponseOf<typeof readRates>;
type Outcomes = Released['outcomes'][number];

/** How each indicator is made, as the specification has it (measurement.md, 2). */
const definitions: Record<Indicator, Omit<recounts.Counted, 'roundId'>> = {
  awareness: {
    item: 'knowsCampaign',
    favourable: ['know'],
    base: ['know', 'heardOf', 'dontKnow', 'unsure'],
    beside: ['heardOf'],
  },
  participation: {
    item: 'takesPart',
    favourable: ['often', 'sometimes'],
    base: ['often', 'sometimes', 'never', 'unsure'],
    beside: [],
  },
  support: {
    item: 'supportsEffort',
    favourable: ['support'],
    base: ['support', 'indifferent', 'oppose', 'unsure'],
    beside: [],
  },
  satisfaction: {
    item: 'overallSatisfaction',
    favourable: ['verySatisfied', 'satisfied', 'basicallySatisfied'],
    base: ['verySatisfied', 'satisfied', 'basicallySatisfied', 'notVerySatisfied', 'dissatisfied'],
    beside: [],
  },
};

/** Where released figures and the recount differ, a line each; none where they agree to the last digit that counts. */
export async function differences(sql: Sql, streetId: string, released: Released): Promise<string[]> {
  const round = must(released.round, 'a round with figures');
  const outcomes = await recounts.recountOutcomes(sql, round.id);
  const lines = await outcomeDifferences(sql, streetId, released, outcomes);
  lines.push(
    ...excessDifferences(streetId, released, outcomes, await recounts.recountResponses(sql, round.id)),
  );
  for (const cell of released.cells) {
    const counted = { roundId: round.id, ...definitions[cell.indicator] };
    const sampled = round.purpose === 'measurement';
    const found =
      cell.areaId === streetId
        ? await streetDifferences(sql, cell, counted, sampled)
        : await communityDifferences(sql, cell, counted, sampled ? undefined : outcomes);
    lines.push(...found.map((line) => `${cell.areaName} ${cell.indicator}: ${line}`));
  }
  return lines;
}

async function communityDifferences(
  sql: Sql,
  cell: RateCell,
  counted: recounts.Counted,
  /** Of a coverage round, which has bounds in place of intervals. */
  outcomes: readonly recounts.RecountedOutcomes[] | undefined,
): Promise<string[]> {
  const rate = ofArea(await recounts.recountRates(sql, counted), cell.areaId);
  if (!isPrinted(cell)) return [...compare('n', cell.n, rate.n), ...nothingPrinted(cell, rate)];
  const lines = [...compare('n', cell.n, rate.n), ...compare('value', cell.value, rate.value)];
  const [low, high] =
    outcomes === undefined ? [rate.lower, rate.upper] : boundsOf(rate, ofArea(outcomes, cell.areaId));
  const printed = outcomes === undefined ? cell.interval : cell.bounds;
  lines.push(...compare('lower end', printed?.[0], low), ...compare('upper end', printed?.[1], high));
  lines.push(...besideDifferences(cell, counted, rate.beside));
  if (cell.satisfaction !== null) lines.push(...(await companionDifferences(sql, cell, counted)));
  return lines;
}

/** "Heard of it" beside awareness: as counted, or held back; nothing beside the other rates. */
function besideDifferences(
  { beside }: RateCell,
  { beside: codes }: recounts.Counted,
  counted: number,
): string[] {
  if (codes.length === 0) return beside === null ? [] : ['something stands beside the rate'];
  if (beside === null) return ['nothing stands beside the rate'];
  return beside.share === null ? [] : compare('share beside', beside.share, counted);
}

/** What the doors that gave no answer could do to a share (measurement.md, 1). */
function boundsOf({ value }: recounts.RecountedRate, doors: recounts.RecountedOutcomes): [number, number] {
  const { i, p, r, nc, o, uh, uo } = doors;
  const responded = i / (i + p + r + nc + o + uh + uo);
  return [responded * value, responded * value + 1 - responded];
}

async function companionDifferences(sql: Sql, cell: RateCell, counted: recounts.Counted): Promise<string[]> {
  const { top, meanScore, dontKnow } = ofArea(await recounts.recountSatisfaction(sql, counted), cell.areaId);
  return [
    ...compare('top share', cell.satisfaction?.top, top),
    ...compare('headline share', cell.satisfaction?.headline, must(cell.value, 'a printed value')),
    ...compare('mean score', cell.satisfaction?.meanScore, meanScore),
    ...compare('cannot say', cell.satisfaction?.dontKnow, dontKnow),
  ];
}

async function streetDifferences(
  sql: Sql,
  cell: RateCell,
  counted: recounts.Counted,
  sampled: boolean,
): Promise<string[]> {
  const [street] = await recounts.recountStreet(sql, counted, sampled);
  const { n, value, beside } = must(street, 'the street');
  if (!isPrinted(cell)) return [...compare('n', cell.n, n), ...nothingPrinted(cell, { n, value })];
  // A street's share is printed to a tenth of a point: its rounding protects the communities.
  const printed = sampled ? Math.round(value * 1000) / 1000 : value;
  return [
    ...compare('n', cell.n, n),
    ...compare('value', cell.value, printed),
    ...besideDifferences(cell, counted, Math.round(beside * 100) / 100),
  ];
}

/** A cell that is not shown tells nothing but its band, and that is true. */
function nothingPrinted(cell: RateCell, { n, value }: { n: number; value: number }): string[] {
  const { interval, bounds, satisfaction, beside, band, kind } = cell;
  const told = [cell.value, interval, bounds, satisfaction, beside?.share ?? null].some(
    (figure) => figure !== null,
  );
  if (told) return ['a figure stands in a cell that is not shown'];
  if (kind === 'hidden') return band === null ? [] : ['a band stands in a hidden cell'];
  if (band === null) return ['a banded cell has no band'];
  const inside = band.direction === 'atLeast' ? value >= band.value : value <= band.value;
  const minority = Math.min(value, 1 - value) * n;
  return [
    ...(inside ? [] : ['the band is not true']),
    ...(minority < 4.5 ? [] : ['the minority is not small']),
  ];
}

async function outcomeDifferences(
  sql: Sql,
  streetId: string,
  { outcomes, cells }: Released,
  recounted: readonly recounts.RecountedOutcomes[],
): Promise<string[]> {
  const street = recounted.reduce((all, doors) => added(streetId, all, doors));
  const lines: string[] = [];
  for (const doors of [street, ...recounted]) {
    const own = must(
      outcomes.find((one) => one.areaId === doors.communityId),
      'outcomes of every area',
    );
    const { communityId, ...groups } = doors;
    const found = Object.entries(groups).flatMap(([group, count]) =>
      compare(`doors ${group.toUpperCase()}`, own.counts[group.toUpperCase()], count),
    );
    const [rates] = await recounts.recountOutcomeRates(sql, doors);
    for (const [name, rate] of Object.entries(must(rates, 'outcome rates')))
      found.push(...compare(name, own.rates[name as keyof Outcomes['rates']], rate));
    const area = cells.find((cell) => cell.areaId === communityId)?.areaName;
    lines.push(...found.map((line) => `${area}: ${line}`));
  }
  return lines;
}

/** Responses beyond the doors that answered: of each community, and of the street their sum (domain.md). */
function excessDifferences(
  streetId: string,
  { outcomes }: Released,
  doors: readonly recounts.RecountedOutcomes[],
  responses: readonly { communityId: string; responses: number }[],
): string[] {
  const excess = new Map(
    doors.map(({ communityId, i, p }) => {
      const own = responses.find((one) => one.communityId === communityId)?.responses ?? 0;
      return [communityId, Math.max(0, own - i - p)];
    }),
  );
  excess.set(
    streetId,
    [...excess.values()].reduce((all, one) => all + one, 0),
  );
  return outcomes.flatMap((one) => compare('excess responses', one.excess, excess.get(one.areaId) ?? null));
}

function added(
  communityId: string,
  one: recounts.RecountedOutcomes,
  other: recounts.RecountedOutcomes,
): recounts.RecountedOutcomes {
  const { i, p, r, nc, o, uh, uo, ne } = other;
  return {
    communityId,
    i: one.i + i,
    p: one.p + p,
    r: one.r + r,
    nc: one.nc + nc,
    o: one.o + o,
    uh: one.uh + uh,
    uo: one.uo + uo,
    ne: one.ne + ne,
  };
}

const isPrinted = ({ kind }: RateCell): boolean => kind === 'shown' || kind === 'flagged';

const ofArea = <T extends { communityId: string }>(rows: readonly T[], areaId: string): T =>
  must(
    rows.find((row) => row.communityId === areaId),
    'a recount of the area',
  );

function compare(what: string, released: number | null | undefined, recounted: number | null): string[] {
  const equal =
    typeof released === 'number' && typeof recounted === 'number'
      ? Math.abs(released - recounted) < 1e-9
      : released === recounted;
  return equal ? [] : [`${what} is ${released}, recounted ${recounted}`];
}
