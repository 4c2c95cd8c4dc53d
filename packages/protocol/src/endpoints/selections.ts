import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, line } from '../fields.ts';
import { chosenPlaces, partsWithin } from './places.ts';

const inArea = z.strictObject({ areaId: id });
const oneSelection = z.strictObject({ areaId: id, selectionId: id });
const path = '/api/areas/{areaId}/selections';

export const selectionView = z.strictObject({
  id,
  name: z.string(),
  /** What of it still stands; null where nothing does. */
  places: chosenPlaces.nullable(),
  /** Places that are no more. */
  gone: z.number().int(),
  savedAt: instant,
  savedBy: z.string(),
});
export type SelectionView = z.infer<typeof selectionView>;

export const listSelections = endpoint({
  name: 'listSelections',
  method: 'get',
  path,
  summary: 'Places of a street that one’s own office has kept under a name',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: inArea,
  response: z.array(selectionView),
});

export const saveSelection = endpoint({
  name: 'saveSelection',
  method: 'post',
  path,
  summary: 'Keep the places chosen under a name, for one’s own office',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: inArea,
  body: z.strictObject({ name: line, places: chosenPlaces.refine(partsWithin) }),
  response: selectionView,
});

export const renameSelection = endpoint({
  name: 'renameSelection',
  method: 'patch',
  path: `${path}/{selectionId}`,
  summary: 'Give a selection another name',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneSelection,
  body: z.strictObject({ name: line }),
  response: selectionView,
});

export const deleteSelection = endpoint({
  name: 'deleteSelection',
  method: 'delete',
  path: `${path}/{selectionId}`,
  summary: 'Delete a selection; rounds made with it stay as they are',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneSelection,
  response: 'nothing',
});

export const restoreSelection = endpoint({
  name: 'restoreSelection',
  method: 'post',
  path: `${path}/{selectionId}/restore`,
  summary: 'Take the deletion of a selection back',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneSelection,
  response: selectionView,
});
