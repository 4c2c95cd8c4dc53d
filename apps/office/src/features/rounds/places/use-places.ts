import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { countPlaces, listPlaces, type PlaceView, type ResponseOf } from '@huhudao/protocol';
import { reading, useRead } from '../../../api/client.ts';
import type { Choice } from './choice.ts';

/** The places of those communities that somebody looks into; a street has too many to read them all. */
export function usePlaces(communityIds: readonly string[]): UseQueryResult<PlaceView[]>[] {
  return useQueries({
    queries: communityIds.map((areaId) => reading(listPlaces, { params: { areaId } })),
  });
}

/** Households of a choice, by community. While a tick is being counted, the count before it stands. */
export function usePlaceCounts(streetId: string, { communityIds, parts }: Choice) {
  const call = { params: { areaId: streetId }, body: { communityIds, parts } };
  return useRead(countPlaces, call, { enabled: communityIds.length > 0, keep: true });
}

export type PlaceCounts = ResponseOf<typeof countPlaces>;

export const sumOf = (counts: PlaceCounts | undefined, what: 'households' | 'visitable'): number =>
  (counts ?? []).reduce((all, one) => all + one[what], 0);
