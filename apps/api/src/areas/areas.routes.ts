import { createArea, listAreas, newId, Problem, renameArea, type AreaView } from '@huhudao/protocol';
import type { AreaKind } from '@huhudao/domain';
import type { AreaRow } from '../http/areas.queries.ts';
import type { Deps } from '../http/deps.ts';
import { route } from '../http/route.ts';
import { onPlatform } from '../http/transaction.ts';
import * as commands from './areas.commands.ts';

const kindAbove: Record<AreaKind, AreaKind | null> = {
  district: null,
  street: 'district',
  community: 'street',
  grid: 'community',
};

const present = (area: AreaRow): AreaView => ({
  id: area.id,
  kind: area.kind,
  parentId: area.parentId,
  streetId: area.withinStreet,
  name: area.name,
  position: area.position,
});

/** An area with everything below it, from the top down. */
function below(deps: Deps, area: AreaRow): AreaRow[] {
  return [area, ...deps.areas.children(area.id).flatMap((child) => below(deps, child))];
}

/** What lies in the caller's areas, and the way down to them. */
function visible(deps: Deps, areaIds: readonly string[]): AreaRow[] {
  const own = new Set(areaIds);
  const sees = (area: AreaRow): boolean =>
    areaIds.some((id) => deps.areas.isWithin(area.id, id) || deps.areas.isWithin(id, area.id));
  return deps.areas
    .children(null)
    .flatMap((top) => below(deps, top))
    .filter((area) => own.has(area.id) || sees(area));
}

async function readArea(deps: Deps, id: string): Promise<AreaView> {
  deps.areas.forget();
  await deps.areas.refresh();
  const area = deps.areas.get(id);
  if (area === undefined) throw new Problem('notFound');
  return present(area);
}

export const areaRoutes = [
  route(listAreas, async ({ deps, areaIds }) => visible(deps, areaIds).map(present)),

  route(createArea, async ({ deps, actor, area, body }) => {
    if (kindAbove[body.kind] !== area.kind) throw new Problem('areaKindWrong');
    const id = newId();
    const withinStreet = body.kind === 'street' ? id : (area.withinStreet ?? id);
    const input = { id, ...body, parentId: area.id, withinStreet };
    await onPlatform(deps, actor, commands.createArea, input);
    await commands.addMissingHeads(deps.sql);
    return readArea(deps, id);
  }),

  route(renameArea, async ({ deps, actor, area, body }) => {
    await onPlatform(deps, actor, commands.renameArea, { id: area.id, name: body.name });
    return readArea(deps, area.id);
  }),
];
