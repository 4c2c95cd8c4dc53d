/** What the release rows hold as JSON. */
import type { Topic, GroupCounts } from '@huhudao/domain';
import type { Basis } from './basis.ts';

/** Everything a page or export may show of one rate, already suppressed; shares between 0 and 1. */
export type CellFigures = {
  value: number | null;
  interval: [number, number] | null;
  bounds: [number, number] | null;
  band: { direction: 'atLeast' | 'atMost'; value: number } | null;
  satisfaction: { top: number; headline: number; meanScore: number | null; dontKnow: number } | null;
  /** The share of the answers printed beside the rate, such as "heard of it"; null where the item has none. */
  beside: { codes: string[]; share: number | null } | null;
  /** The size of a sample on which a target is judged; null where the value is not shown or nothing was sampled. */
  effectiveN: number | null;
};

/** What else is frozen with an area's rates: what came of the doors, and the topics named. */
export type AreaFigures = {
  outcomes: GroupCounts;
  /** Responses beyond the doors that answered (I + P), of those counted at the release; 0 where there are none. */
  excess: number;
  /** Households by topic, of communities where enough named it. */
  topics: Partial<Record<Topic, number>>;
};

export type CellKind = 'shown' | 'flagged' | 'banded' | 'hidden';

/** A community's rate as it was released before. */
export type PastCell = {
  number: number;
  kind: CellKind;
  reason: string | null;
  basis: Basis;
  figures: CellFigures;
  dataTime: string;
};

/** Topic counts behind an area's released topics; never shown. */
export type TopicBasis = { respondents: number; topics: Partial<Record<Topic, number>> };

export type PastArea = { number: number; basis: TopicBasis; figures: AreaFigures };
