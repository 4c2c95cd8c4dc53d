import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../fields.ts';

export const printDoorNotices = endpoint({
  name: 'printDoorNotices',
  method: 'get',
  path: '/api/areas/{areaId}/rounds/{roundId}/door-notices/{placeId}',
  summary:
    'Notices of a visit as PDF for a building, one of its stairwells or one plan: a sheet for each door that is left, with its own code for an appointment, or one for each stairwell without',
  gate: { kind: 'path', permission: 'notices.print' },
  /** `placeId`: a building, one of its stairwells, or a plan. */
  params: z.strictObject({ areaId: id, roundId: id, placeId: id }),
  query: z.strictObject({
    each: z.enum(['door', 'stairwell']).default('door'),
    paper: z.enum(['a4', 'a5']).default('a5'),
    language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  response: 'file',
});
