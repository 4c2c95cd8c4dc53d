/** Reads a round's counts and says which release rows are due. */
import { indicators, must, topics, type Indicator, type Topic, groupOutcomes } from '@huhudao/domain';
import type { Db } from '@huhudao/db';
import { indicatorDefinitions, type CompiledVersion } from '@huhudao/questionnaire';
import { defaultDisclosureRules, protectTable } from '@huhudao/statistics';
import type { VersionReader } from '../http/versions.ts';
import type { PastCell } from './figures.types.ts';
import { planCommunity, planStreet, standingCommunity, type AreaCounts } from './plan-areas.ts';
import { planCells, type NewCell, type RoundCounts } from './plan-releases.ts';
import type { Protection } from './protect-communities.ts';
import * as queries from './releases.queries.ts';

export const publicationRules: Protection = {
  rules: defaultDisclosureRules,
  protect: protectTable,
  remembers: true,
};

type Stored = {
  answers: readonly queries.AnswerCount[];
  outcomes: readonly queries.OutcomeCount[];
  frames: ReadonlyMap<string, number>;
  cells: readonly queries.ReleasedCell[];
  areas: readonly queries.ReleasedArea[];
  numbers: readonly { areaId: string; indicator: string; number: number }[];
};

export type DueRequest = {
  db: Db;
  streetId: string;
  round: queries.ReleasableRound;
  versions: VersionReader;
  closing: boolean;
  /** ISO 8601. */
  at: string;
  protection?: Protection;
};

/** The rows to write; none where nothing is due. */
export async function dueReleases(request: DueRequest): Promise<queries.ReleaseRow[]> {
  const { db, streetId, round, versions, closing, protection = publicationRules } = request;
  const version = must(await versions.get(db, round.questionnaireHash), 'the questionnaire of an open round');
  const definitions = indicatorDefinitions(version, round.questionnaireHash);
  const topicItem = topicItemOf(version);
  const items = ['', ...definitions.map((one) => one.item), ...(topicItem === undefined ? [] : [topicItem])];
  const stored = await read(db, streetId, round.id, items);
  const counts: RoundCounts = {
    streetId,
    sampled: round.purpose === 'measurement',
    closing,
    definitions,
    communities: communitiesOf(round, stored).map((id) => communityCounts(id, definitions, stored)),
  };
  const cells = planCells(counts, protection);
  if (cells.length === 0 && !closing) return [];
  return [
    ...cells.map((cell) => cellRow(cell, stored, request.at)),
    ...areaRows(request, counts, cells, stored, topicItem),
  ];
}

async function read(db: Db, streetId: string, roundId: string, items: readonly string[]): Promise<Stored> {
  const [answers, outcomes, frames, cells, areas, numbers] = await Promise.all([
    queries.countAnswers(db, streetId, roundId, items),
    queries.countOutcomes(db, streetId, roundId),
    queries.listFrameSizes(db, streetId, roundId),
    queries.listReleasedCells(db, streetId, roundId),
    queries.listReleasedAreas(db, streetId, roundId),
    queries.listLastNumbers(db, streetId, roundId),
  ]);
  const sizes = new Map(frames.map((one) => [one.communityId, one.frameSize]));
  return { answers, outcomes, frames: sizes, cells, areas, numbers };
}

/** The item whose codes are topics, if the questionnaire asks for them. */
const topicItemOf = (version: CompiledVersion): string | undefined =>
  version.questions.find((question) => question.kind === 'multiple' && question.shareTopics)?.name;

const communitiesOf = (round: queries.ReleasableRound, { answers }: Stored): string[] =>
  [...new Set([...round.communityIds, ...answers.map((one) => one.communityId)])].toSorted();

function countsOf({ answers }: Stored, communityId: string, item: string): Record<string, number> {
  const own = answers.filter((one) => one.communityId === communityId && one.item === item);
  return Object.fromEntries(own.map(({ code, count }) => [code, count]));
}

const respondentsIn = (stored: Stored, communityId: string): number =>
  countsOf(stored, communityId, '')[''] ?? 0;

function outcomesIn({ outcomes }: Stored, communityId: string) {
  return outcomes.filter((one) => one.communityId === communityId);
}

function communityCounts(
  communityId: string,
  definitions: RoundCounts['definitions'],
  stored: Stored,
): RoundCounts['communities'][number] {
  const rows = outcomesIn(stored, communityId);
  const assigned = rows.reduce((sum, one) => sum + one.count, 0);
  const respondents = respondentsIn(stored, communityId);
  const now = definitions.map(
    ({ indicator, item }) =>
      [indicator, { respondents, codes: countsOf(stored, communityId, item) }] as const,
  );
  const past = indicators.map((indicator) => [indicator, pastOf(stored, communityId, indicator)] as const);
  return {
    communityId,
    // Where every household is visited, the frame is the list itself.
    frameSize: stored.frames.get(communityId) ?? assigned,
    outcomes: groupOutcomes(rows),
    now: Object.fromEntries(now),
    past: Object.fromEntries(past),
  };
}

function pastOf({ cells }: Stored, areaId: string, indicator: Indicator): PastCell[] {
  return cells.filter((row) => row.areaId === areaId && row.indicator === indicator);
}

function nextNumber({ numbers }: Stored, areaId: string, indicator: string): number {
  const last = numbers.find((row) => row.areaId === areaId && row.indicator === indicator);
  return (last?.number ?? 0) + 1;
}

function cellRow({ countedAt, ...cell }: NewCell, stored: Stored, at: string): queries.ReleaseRow {
  return { ...cell, number: nextNumber(stored, cell.areaId, cell.indicator), dataTime: countedAt ?? at };
}

/** Beside each community that is released anew, or beside all when the round closes; and beside the street. */
function areaRows(
  { streetId, at, closing, protection = publicationRules }: DueRequest,
  counts: RoundCounts,
  cells: readonly NewCell[],
  stored: Stored,
  topicItem: string | undefined,
): queries.ReleaseRow[] {
  const moves = (areaId: string) => closing || cells.some((cell) => cell.areaId === areaId);
  const communities = counts.communities.map(({ communityId: areaId, outcomes }) => {
    const now = { respondents: respondentsIn(stored, areaId), topics: topicsIn(stored, areaId, topicItem) };
    const past = stored.areas.find((one) => one.areaId === areaId);
    const area: AreaCounts = { areaId, outcomes, now, past };
    return moves(areaId) ? planCommunity(area, closing, protection.rules) : standingCommunity(area);
  });
  const written = [...communities.filter((one) => moves(one.areaId)), planStreet(streetId, communities)];
  return written.map(({ areaId, figures, basis }) => ({
    areaId,
    indicator: '',
    number: nextNumber(stored, areaId, ''),
    formulaId: '',
    kind: 'shown',
    reason: null,
    n: basis.respondents,
    figures,
    basis,
    dataTime: at,
  }));
}

function topicsIn(
  stored: Stored,
  communityId: string,
  item: string | undefined,
): Partial<Record<Topic, number>> {
  const counts = item === undefined ? {} : countsOf(stored, communityId, item);
  return Object.fromEntries(
    topics.filter((topic) => counts[topic] !== undefined).map((topic) => [topic, counts[topic]]),
  );
}
