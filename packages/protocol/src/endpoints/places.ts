import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, words } from '../fields.ts';

const inArea = z.strictObject({ areaId: id });

/** Grids, buildings and stairwells by the community they lie in; one that is not named takes part as a whole. */
export const scopeParts = z.record(id, z.array(id).min(1).max(1000));

/** Whole communities, and in some of them only parts. */
export const chosenPlaces = z.strictObject({
  communityIds: z.array(id).min(1).max(200),
  parts: scopeParts.optional(),
});
export type ChosenPlaces = z.infer<typeof chosenPlaces>;

/** Parts are named of chosen communities only. */
export const partsWithin = ({ communityIds, parts = {} }: ChosenPlaces): boolean =>
  Object.keys(parts).every((communityId) => communityIds.includes(communityId));

export const placeView = z.strictObject({
  /** Of the building. */
  id,
  communityId: id,
  /** Null for a building in no grid. */
  gridId: id.nullable(),
  gridName: z.string().nullable(),
  /** With its compound. */
  name: z.string(),
  stairwells: z.array(z.strictObject({ id, name: z.string(), households: z.number().int() })),
});
export type PlaceView = z.infer<typeof placeView>;

export const listPlaces = endpoint({
  name: 'listPlaces',
  method: 'get',
  path: '/api/areas/{areaId}/places',
  summary:
    'What a round can be narrowed to: buildings with their grid, stairwells and households, in walking order',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: inArea,
  response: z.array(placeView),
});

export const findPlaces = endpoint({
  name: 'findPlaces',
  method: 'get',
  path: '/api/areas/{areaId}/places/search',
  summary: 'Communities with a grid, building or stairwell whose name has the text; spaces do not count',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: inArea,
  query: z.strictObject({ text: words(60) }),
  response: z.strictObject({
    communityIds: z.array(id),
    /** There are others: only so many are named. */
    more: z.boolean(),
  }),
});

export const countPlaces = endpoint({
  name: 'countPlaces',
  method: 'post',
  path: '/api/areas/{areaId}/places/count',
  summary: 'Households of the places chosen, by community, and which places are no more; changes nothing',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: inArea,
  body: chosenPlaces.refine(partsWithin),
  response: z.array(
    z.strictObject({
      communityId: id,
      households: z.number().int(),
      /** Of them, those a round opened today would go to or draw from. */
      visitable: z.number().int(),
      /** Places that were chosen and are no more, or lie elsewhere. */
      goneIds: z.array(id),
    }),
  ),
});
