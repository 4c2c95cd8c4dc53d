import { Problem } from '@huhudao/protocol';
import type { Sql } from '@huhudao/db';
import type { AreaKind } from '@huhudao/domain';
import { chainStart } from '../http/audit-chain.ts';
import { insertStreetHead } from '../http/transaction.queries.ts';
import { platformCommand, type PlatformTx } from '../http/transaction.ts';
import * as queries from './areas.queries.ts';

export type NewArea = { id: string; kind: AreaKind; parentId: string; withinStreet: string; name: string };

/** Adds a district, the top of a tree, within another command's transaction. */
export async function addDistrict(tx: PlatformTx, id: string, name: string): Promise<void> {
  await queries.insertArea(tx.sql, { id, kind: 'district', parentId: null, withinStreet: null, name });
}

export const createArea = platformCommand({
  action: 'area.created',
  subject: (input: NewArea) => ({ areaId: input.id, kind: input.kind, parentId: input.parentId }),
  run: async (tx, input) => {
    const [inserted] = await queries.insertArea(tx.sql, input);
    if (inserted === undefined) throw new Problem('areaNameTaken');
    return inserted;
  },
});

export const renameArea = platformCommand({
  action: 'area.renamed',
  subject: (input: { id: string; name: string }) => ({ areaId: input.id }),
  run: async (tx, { id, name }) => {
    const [same] = await queries.countSiblingsNamed(tx.sql, id, name);
    if (same !== undefined && same.count > 0) throw new Problem('areaNameTaken');
    const updated = await queries.updateName(tx.sql, id, name);
    if (updated.count === 0) throw new Problem('notFound');
  },
});

/** Closes those of the areas in which nobody holds a role and nothing lies, grids first; answers which. */
export async function closeEmptyAreas(tx: PlatformTx, ids: readonly string[]): Promise<string[]> {
  const grids = await queries.closeEmpty(tx.sql, ids, 'grid', tx.at);
  const communities = await queries.closeEmpty(tx.sql, ids, 'community', tx.at);
  return [...grids, ...communities].map((area) => area.id);
}

/**
 * Gives every street its head row, which belongs to the street's own tables and cannot be written in the
 * transaction that makes the area. Run after a street was added, and at every start in case one was interrupted.
 */
export async function addMissingHeads(sql: Sql): Promise<void> {
  for (const { id } of await queries.listStreetsWithoutHead(sql)) await insertStreetHead(sql, id, chainStart);
}
