import { Problem } from '@huhudao/protocol';
import { listGone, type Places } from '../http/places.queries.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as queries from './selections.queries.ts';

/** Offices that somebody keeps selections for. */
type Owners = { ownerIds: readonly string[] };
type OneSelection = Owners & { selectionId: string };

/** A name is of one selection of an office; what other offices call theirs is not told. @throws Problem selectionNameTaken */
async function checkName(tx: StreetTx, ownerId: string, name: string, exceptId: string): Promise<void> {
  const { sql, streetId } = tx;
  const [same] = await queries.countNames(sql, { streetId, ownerId, name, exceptId });
  if (same !== undefined && same.count > 0) throw new Problem('selectionNameTaken');
}

/** @throws Problem notFound */
async function find(tx: StreetTx, { ownerIds, selectionId }: OneSelection, deleted: boolean) {
  const [found] = await queries.findSelection(tx.sql, { streetId: tx.streetId, ownerIds }, selectionId);
  if (found === undefined || found.deleted !== deleted) throw new Problem('notFound');
  return found;
}

type SaveInput = { id: string; ownerId: string; name: string; places: Places };

/** @throws Problem selectionNameTaken, placesGone */
export const saveSelection = streetCommand({
  action: 'selection.saved',
  subject: ({ id }: SaveInput) => ({ selectionId: id }),
  run: async (tx, { id, ownerId, name, places }) => {
    await checkName(tx, ownerId, name, id);
    const gone = await listGone(tx.sql, tx.streetId, places.parts);
    if (gone.length > 0) throw new Problem('placesGone', { count: gone.length });
    const by = { at: tx.at, personId: tx.actor.personId };
    await queries.insertSelection(tx.sql, tx.streetId, { id, ownerId, name, places }, by);
  },
});

/** @throws Problem notFound, selectionNameTaken */
export const renameSelection = streetCommand({
  action: 'selection.renamed',
  subject: ({ selectionId }: OneSelection & { name: string }) => ({ selectionId }),
  run: async (tx, { name, ...input }) => {
    const { ownerId } = await find(tx, input, false);
    await checkName(tx, ownerId, name, input.selectionId);
    await queries.setName(tx.sql, tx.streetId, input.selectionId, name);
  },
});

/** @throws Problem notFound */
export const deleteSelection = streetCommand({
  action: 'selection.deleted',
  subject: ({ selectionId }: OneSelection) => ({ selectionId }),
  run: async (tx, input) => {
    await find(tx, input, false);
    await queries.setDeleted(tx.sql, tx.streetId, input.selectionId, tx.at);
  },
});

/** @throws Problem notFound, selectionNameTaken: another has taken the name meanwhile */
export const restoreSelection = streetCommand({
  action: 'selection.restored',
  subject: ({ selectionId }: OneSelection) => ({ selectionId }),
  run: async (tx, input) => {
    const { ownerId, name } = await find(tx, input, true);
    await checkName(tx, ownerId, name, input.selectionId);
    await queries.setDeleted(tx.sql, tx.streetId, input.selectionId, null);
  },
});
