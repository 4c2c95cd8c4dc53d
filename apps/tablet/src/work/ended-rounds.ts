import type { StreetReference } from '../local/reference.types.ts';
import type { Draft } from '../local/work.types.ts';

/** Drafts whose visit was recorded as `partial` in a round that is still open and whose last day is over. */
export function draftsToClose(
  streets: readonly StreetReference[],
  drafts: readonly Draft[],
  today: string,
): Draft[] {
  const over = new Set(
    streets.flatMap(({ rounds }) =>
      rounds.filter((round) => round.state === 'open' && round.deadline < today).map(({ id }) => id),
    ),
  );
  return drafts.filter((draft) => draft.partialSent && draft.answering === 'open' && over.has(draft.roundId));
}
