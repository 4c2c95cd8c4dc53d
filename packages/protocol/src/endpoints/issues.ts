import { issueCategories, issueStates, photoTypes } from '@huhudao/domain';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { contentHash, day, id, instant, listOf, page } from '../fields.ts';

const inArea = z.strictObject({ areaId: id });

/** What a resident wants put right. It names no response and says nothing of what was answered. */
export const issueView = z.strictObject({
  id,
  householdId: id,
  address: z.string(),
  communityId: id,
  communityName: z.string(),
  category: z.enum(issueCategories),
  note: z.string(),
  /** The resident agrees that whoever puts it right is told which door it came from. */
  mayNameDoor: z.boolean(),
  state: z.enum(issueStates),
  reportedOn: day,
  reportedAt: instant,
  /** The round during which it was reported, and who wrote it down. */
  roundName: z.string().nullable(),
  personName: z.string(),
  photos: z.array(
    z.strictObject({
      digest: contentHash,
      type: z.enum(photoTypes),
      /** All of it is here. */
      arrived: z.boolean(),
      /** Why it was not taken (a problem code): it does not come unless its worker sends it again. Null: on its way, or here. */
      refused: z.string().nullable(),
    }),
  ),
});
export type IssueView = z.infer<typeof issueView>;

export const listIssues = endpoint({
  name: 'listIssues',
  method: 'get',
  path: '/api/areas/{areaId}/issues',
  summary: 'What residents want put right, the latest first',
  gate: { kind: 'path', permission: 'issues.read' },
  params: inArea,
  query: z.strictObject({
    ...page,
    communityId: id.optional(),
    category: z.enum(issueCategories).optional(),
    state: z.enum(issueStates).optional(),
  }),
  response: listOf(issueView),
});

export const readIssuePhoto = endpoint({
  name: 'readIssuePhoto',
  method: 'get',
  path: '/api/areas/{areaId}/issues/{issueId}/photos/{digest}',
  summary: 'A photo of an issue; never kept by a browser or on the way',
  gate: { kind: 'path', permission: 'issues.read' },
  params: z.strictObject({ areaId: id, issueId: id, digest: contentHash }),
  response: 'file',
});
