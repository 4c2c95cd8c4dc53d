import { useState } from 'react';
import { findPlaces, type AreaView } from '@huhudao/protocol';
import { useRead } from '../../../api/client.ts';
import { useDebounced } from '../../../parts/use-debounced.ts';
import type { Choice } from './choice.ts';
import { communityNode } from './place-node.ts';
import { plain, rowsOf, type PlaceRow } from './place-rows.ts';
import { usePlaces } from './use-places.ts';

const none: ReadonlySet<string> = new Set();

/** What somebody looks for and has opened, and the lines that follow from it. */
export function useTreeView(
  streetId: string,
  communities: readonly AreaView[],
  households: ReadonlyMap<string, number>,
  choice: Choice,
) {
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(none);
  const [closed, setClosed] = useState(none);
  const wanted = plain(useDebounced(search));
  const call = { params: { areaId: streetId }, query: { text: wanted } };
  const found = useRead(findPlaces, call, { enabled: wanted !== '', keep: true });
  const foundIds = new Set(wanted === '' ? [] : found.data?.communityIds);
  const lookedInto = communities.map(({ id }) => id).filter((id) => opened.has(id) || foundIds.has(id));
  const places = usePlaces(lookedInto);
  const nodes = communities.map((area) =>
    communityNode(area, households.get(area.id) ?? 0, places[lookedInto.indexOf(area.id)]?.data),
  );
  const failed = places.find(({ isError }) => isError) ?? (found.isError ? found : undefined);

  function look(text: string): void {
    setSearch(text);
    setClosed(none);
  }

  function setOpen({ node }: PlaceRow, open: boolean): void {
    setOpened((before) => changed(before, node.id, open));
    setClosed((before) => changed(before, node.id, !open));
  }

  return {
    rows: rowsOf(nodes, { choice, wanted, foundIds, opened, closed }),
    ...{ search, look, setOpen, failed },
    waiting: wanted !== '' && found.isFetching,
    more: wanted !== '' && found.data?.more === true,
  };
}

export type ViewedTree = ReturnType<typeof useTreeView>;

function changed(before: ReadonlySet<string>, id: string, inside: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (inside) after.add(id);
  else after.delete(id);
  return after;
}
