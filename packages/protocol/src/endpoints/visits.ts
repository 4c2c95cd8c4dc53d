import { z } from 'zod';
import { completionModes, identityModes, outcomes, presences, topics } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { answers, day, id, instant, line, listOf, page, words } from '../fields.ts';

const inArea = z.strictObject({ areaId: id });

/** An answer as it was given: a code or a list of codes, a number, a text, yes or no. */
const givenAnswer = z.union([z.string(), z.number(), z.boolean()]);

/** A field of a visit form that was filled in: its variable, and title and answer in the reader's language. */
export const visitField = z.strictObject({
  name: z.string(),
  title: z.string(),
  value: z.string(),
  raw: z.union([givenAnswer, z.array(givenAnswer)]),
});
export type VisitField = z.infer<typeof visitField>;

export const visitView = z.strictObject({
  id,
  roundName: z.string(),
  address: z.string(),
  communityName: z.string(),
  visitedOn: day,
  occurredAt: instant,
  teamName: z.string().nullable(),
  personName: z.string(),
  companionNames: z.array(z.string()),
  present: z.array(z.enum(presences)),
  outcome: z.enum(outcomes),
  completionMode: z.enum(completionModes).nullable(),
  form: z.array(visitField),
  topics: z.array(z.enum(topics)),
  parallel: z.boolean(),
  reassigned: z.boolean(),
  skewDoubtful: z.boolean(),
  amendments: z.array(z.strictObject({ at: instant, personName: z.string(), reason: z.string() })),
});
export type VisitView = z.infer<typeof visitView>;

const ledgerFilter = {
  roundId: id.optional(),
  householdId: id.optional(),
  from: day.optional(),
  until: day.optional(),
  outcome: z.enum(outcomes).optional(),
  search: words(60).optional(),
};

export const listVisits = endpoint({
  name: 'listVisits',
  method: 'get',
  path: '/api/areas/{areaId}/visits',
  summary: 'The visit ledger (走访情况台账)',
  gate: { kind: 'path', permission: 'visits.read' },
  params: inArea,
  query: z.strictObject({ ...page, ...ledgerFilter }),
  response: listOf(visitView),
});

export const downloadLedger = endpoint({
  name: 'downloadLedger',
  method: 'get',
  path: '/api/areas/{areaId}/visits/ledger',
  summary: 'The visit ledger as a workbook',
  gate: { kind: 'path', permission: 'visits.read' },
  params: inArea,
  query: z.strictObject({ ...ledgerFilter, locale: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  response: 'file',
});

export const lookAtAnswers = endpoint({
  name: 'lookAtAnswers',
  method: 'post',
  path: '/api/areas/{areaId}/households/{householdId}/responses/look',
  summary: 'Look at a household’s named responses; the reason is written into the audit',
  gate: { kind: 'path', permission: 'answers.look' },
  params: z.strictObject({ areaId: id, householdId: id }),
  body: z.strictObject({ reason: line }),
  response: z.array(
    z.strictObject({
      id,
      roundName: z.string(),
      identityMode: z.enum(identityModes),
      completionMode: z.enum(completionModes),
      complete: z.boolean(),
      receivedAt: instant,
      versionHash: z.string(),
      answers,
    }),
  ),
});
