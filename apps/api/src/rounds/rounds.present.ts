import type { RoundView } from '@huhudao/protocol';
import type { RoundRow } from './rounds.queries.ts';

/** A round as one place may see it: the scope is cut to its communities. */
export function presentRound(row: RoundRow, communityIds: readonly string[]): RoundView {
  const visible = row.scope.communityIds.filter((id) => communityIds.includes(id));
  const { sampleSizes, parts, reserves, adults } = row.scope;
  const cut = <T>(byCommunity: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(byCommunity).filter(([id]) => visible.includes(id)));
  const scope = {
    communityIds: visible,
    ...(parts === undefined ? {} : { parts: cut(parts) }),
    ...(reserves === undefined ? {} : { reserves }),
    ...(adults === undefined ? {} : { adults }),
    ...(sampleSizes === undefined ? {} : { sampleSizes: cut(sampleSizes) }),
  };
  return { ...row, scope };
}
