/** What is frozen beside an area's rates: what came of the doors, and the topics residents named. */
import { topics, type Topic, addOutcomes, type GroupCounts } from '@huhudao/domain';
import { keepsPastOpen, releaseDue, type DisclosureRules, type PublishedCount } from '@huhudao/statistics';
import type { AreaFigures, PastArea, TopicBasis } from './figures.types.ts';
import { excessOf } from './outcome-counts.ts';

export type AreaCounts = {
  areaId: string;
  outcomes: GroupCounts;
  now: TopicBasis;
  past: PastArea | undefined;
};

/** An area's row beside its rates; `indicator` '' in the table. */
export type NewArea = { areaId: string; figures: AreaFigures; basis: TopicBasis };

/**
 * A community's row. Outcomes are no opinions and are always those of now; topics are answers, and follow the
 * cadence of releases.
 */
export function planCommunity(area: AreaCounts, closing: boolean, rules: DisclosureRules): NewArea {
  const { areaId, outcomes, now, past } = area;
  const releasedN = past?.basis.respondents ?? 0;
  if (!releaseDue({ n: now.respondents, releasedN, closing }, rules)) return standingCommunity(area);
  const shown = topics.filter((topic) => mayShow(topic, now, past, rules));
  const counts = Object.fromEntries(shown.map((topic) => [topic, now.topics[topic] ?? 0]));
  return communityRow(areaId, outcomes, counts, now);
}

/** A community whose topics are those released before. */
export function standingCommunity({ areaId, outcomes, past }: AreaCounts): NewArea {
  return communityRow(
    areaId,
    outcomes,
    past?.figures.topics ?? {},
    past?.basis ?? { respondents: 0, topics: {} },
  );
}

/** The excess is of the responses released, not of those that came since. */
const communityRow = (
  areaId: string,
  outcomes: GroupCounts,
  topics: AreaFigures['topics'],
  basis: TopicBasis,
): NewArea => ({
  areaId,
  figures: { outcomes, excess: excessOf(basis.respondents, outcomes), topics },
  basis,
});

/** Enough households named it, and the releases before keep what they kept back. */
function mayShow(
  topic: Topic,
  now: TopicBasis,
  past: PastArea | undefined,
  { smallestShown }: DisclosureRules,
): boolean {
  const count = now.topics[topic] ?? 0;
  if (count < smallestShown) return false;
  if (past === undefined || past.figures.topics[topic] !== undefined) return true;
  const before = past.basis.topics[topic] ?? 0;
  const { respondents } = past.basis;
  const high = before < smallestShown ? Math.min(smallestShown - 1, respondents) : respondents;
  const earlier: PublishedCount = { n: respondents, count: before, low: 0, high, secret: true };
  const next: PublishedCount = { n: now.respondents, count, low: count, high: count, secret: false };
  return keepsPastOpen([earlier, next], { smallestShown });
}

/**
 * A street's topics are added up from what its communities show: a topic that few named in one of them cannot be
 * worked out, and the sum says "at least". Its excess is that of its communities: doors still to be heard from in one
 * make up for none in another.
 */
export function planStreet(streetId: string, communities: readonly NewArea[]): NewArea {
  const sum: Partial<Record<Topic, number>> = {};
  for (const { figures } of communities) {
    for (const topic of topics) {
      const count = figures.topics[topic];
      if (count !== undefined) sum[topic] = (sum[topic] ?? 0) + count;
    }
  }
  const outcomes = addOutcomes(communities.map(({ figures }) => figures.outcomes));
  const respondents = communities.reduce((all, { basis }) => all + basis.respondents, 0);
  const excess = communities.reduce((all, { figures }) => all + figures.excess, 0);
  return { areaId: streetId, figures: { outcomes, excess, topics: sum }, basis: { respondents, topics: {} } };
}
