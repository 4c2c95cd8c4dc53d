import type { RoundView } from '@huhudao/protocol';
import type { RoundRow } from './rounds.queries.ts';

/** A round as one place may see it: the scope is cut to its communities. */
export function presentRound(row: RoundRow, communityIds: readonly string[]): RoundView {
  const visible = row.scope.communityIds.filter((id) => communityIds.includes(id));
  const { sampleSizes: sizes, reserves, adults } = row.scope;
  const scope = {
    communityIds: visible,
    ...(reserves === undefined ? {} : { reserves }),
    ...(adults === undefined ? {} : { adults }),
    ...(sizes === undefined
      ? {}
      : { sampleSizes: Object.fromEntries(Object.entries(sizes).filter(([id]) => visible.includes(id))) }),
  };
  return { ...row, scope };
}
