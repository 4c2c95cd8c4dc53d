import { must } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { allows, newId, Problem, type SelectionView } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import type { Identity } from '../http/identity.ts';
import { listGone } from '../http/places.queries.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './selections.commands.ts';
import { presentSelection } from './selections.present.ts';
import * as queries from './selections.queries.ts';

/**
 * The offices somebody prepares rounds for here, the district before the street: what the district chooses may be for
 * an assessor's round, which the street is not to know of.
 */
function ownersOf(deps: Deps, { identity, area }: { identity: Identity } & Place): [string, ...string[]] {
  const granted = identity.grants
    .filter(({ role, areaId }) => allows('rounds.prepare', [role]) && deps.areas.isWithin(area.id, areaId))
    .map(({ areaId }) => areaId);
  const isDistrict = (id: string): boolean => deps.areas.get(id)?.kind === 'district';
  const [first, ...others] = granted.toSorted((a, b) => Number(isDistrict(b)) - Number(isDistrict(a)));
  return [must(first, 'the grant that opened the gate'), ...others];
}

async function readSelections(deps: Deps, place: { identity: Identity } & Place): Promise<SelectionView[]> {
  const streetId = streetOf(place);
  const rows = await queries.listSelections(deps.sql, { streetId, ownerIds: ownersOf(deps, place) });
  const gone = await Promise.all(rows.map(({ places }) => listGone(deps.sql, streetId, places.parts)));
  return rows.map((row, index) =>
    presentSelection(row, place.communityIds, new Set(gone[index]?.map(({ id }) => id))),
  );
}

async function readSelection(deps: Deps, place: { identity: Identity } & Place, id: string) {
  const found = (await readSelections(deps, place)).find((one) => one.id === id);
  return must(found, 'the selection that was written');
}

export const selectionRoutes = [
  route(protocol.listSelections, async ({ deps, ...place }) => readSelections(deps, place)),

  route(protocol.saveSelection, async ({ deps, actor, body, ...place }) => {
    if (!body.places.communityIds.every((id) => place.communityIds.includes(id)))
      throw new Problem('notFound');
    const id = newId();
    const [ownerId] = ownersOf(deps, place);
    await inStreet(deps, streetOf(place), actor, commands.saveSelection, { ...body, id, ownerId });
    return readSelection(deps, place, id);
  }),

  route(protocol.renameSelection, async ({ deps, actor, body, params: { selectionId }, ...place }) => {
    const input = { ...body, selectionId, ownerIds: ownersOf(deps, place) };
    await inStreet(deps, streetOf(place), actor, commands.renameSelection, input);
    return readSelection(deps, place, selectionId);
  }),

  route(protocol.deleteSelection, async ({ deps, actor, params: { selectionId }, ...place }) => {
    const input = { selectionId, ownerIds: ownersOf(deps, place) };
    await inStreet(deps, streetOf(place), actor, commands.deleteSelection, input);
    return undefined;
  }),

  route(protocol.restoreSelection, async ({ deps, actor, params: { selectionId }, ...place }) => {
    const input = { selectionId, ownerIds: ownersOf(deps, place) };
    await inStreet(deps, streetOf(place), actor, commands.restoreSelection, input);
    return readSelection(deps, place, selectionId);
  }),
];
