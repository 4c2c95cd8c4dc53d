import { z } from 'zod';
import { revisitReasons, revisitStates, topics } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, instant, listOf, page, text, words } from '../fields.ts';

const inArea = z.strictObject({ areaId: id });

export const revisitView = z.strictObject({
  id,
  householdId: id,
  address: z.string(),
  communityId: id,
  communityName: z.string(),
  /** Null below the street office, which sees the topics only. */
  reason: z.enum(revisitReasons).nullable(),
  rule: z.strictObject({ id, version: z.number().int() }).nullable(),
  state: z.enum(revisitStates),
  dueOn: day,
  overdue: z.boolean(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  topics: z.array(z.enum(topics)),
  /** What was written when it was raised by hand; below the street office only to who wrote it. */
  note: z.string().nullable(),
  plannedOn: day.nullable(),
  cause: z.string().nullable(),
  explanation: z.string().nullable(),
  promise: z.string().nullable(),
  /** Null below the street office: with the due date it would tell the rule. */
  raisedAt: instant.nullable(),
  resolvedAt: instant.nullable(),
});
export type RevisitView = z.infer<typeof revisitView>;

export const listRevisits = endpoint({
  name: 'listRevisits',
  method: 'get',
  path: '/api/areas/{areaId}/revisits',
  summary: 'The queue of revisits, the most urgent first',
  gate: { kind: 'path', permission: 'revisits.read' },
  params: inArea,
  query: z.strictObject({
    ...page,
    state: z.enum(['waiting', 'done', 'all']).default('waiting'),
    reason: z.enum(revisitReasons).optional(),
    search: words(60).optional(),
  }),
  response: listOf(revisitView),
});

export const raiseRevisit = endpoint({
  name: 'raiseRevisit',
  method: 'post',
  path: '/api/areas/{areaId}/revisits',
  summary: 'Raise a revisit by hand',
  gate: { kind: 'path', permission: 'revisits.handle' },
  params: inArea,
  body: z.strictObject({
    householdId: id,
    dueOn: day,
    topics: z.array(z.enum(topics)),
    note: text.optional(),
  }),
  response: revisitView,
});

export const handleRevisit = endpoint({
  name: 'handleRevisit',
  method: 'patch',
  path: '/api/areas/{areaId}/revisits/{revisitId}',
  summary: 'Plan a revisit, give it an owner, or end it with cause and outcome',
  gate: { kind: 'path', permission: 'revisits.handle' },
  params: z.strictObject({ areaId: id, revisitId: id }),
  body: z.strictObject({
    state: z.enum(revisitStates).optional(),
    ownerId: id.nullable().optional(),
    plannedOn: day.nullable().optional(),
    cause: text.optional(),
    explanation: text.optional(),
    promise: text.optional(),
  }),
  response: revisitView,
});

export const ruleView = z.strictObject({
  id,
  version: z.number().int(),
  reason: z.enum(revisitReasons),
  condition: z.string().nullable(),
  /** What the condition says, in the reader’s language. */
  conditionWords: z.string().nullable(),
  effectiveFrom: day,
  effectiveUntil: day.nullable(),
  priority: z.number().int(),
  dueDays: z.number().int(),
});

export const listRules = endpoint({
  name: 'listRules',
  method: 'get',
  path: '/api/revisit-rules',
  summary: 'The rules that raise revisits, as they stand',
  gate: { kind: 'anywhere', permission: 'revisits.rules' },
  response: z.array(ruleView),
});

export const changeRule = endpoint({
  name: 'changeRule',
  method: 'put',
  path: '/api/revisit-rules/{ruleId}',
  summary: 'A new version of a rule',
  gate: { kind: 'anywhere', permission: 'revisits.rules' },
  params: z.strictObject({ ruleId: id }),
  body: z.strictObject({
    condition: words(500).nullable(),
    effectiveFrom: day,
    effectiveUntil: day.nullable(),
    priority: z.number().int().min(1).max(9),
    dueDays: z.number().int().min(1).max(365),
  }),
  response: ruleView,
});

export const previewRule = endpoint({
  name: 'previewRule',
  method: 'post',
  path: '/api/areas/{areaId}/revisit-rules/preview',
  summary:
    'How many households of a round a condition would have flagged, rounded down to a multiple of 5; named responses with consent only',
  gate: { kind: 'path', permission: 'revisits.rules' },
  params: inArea,
  body: z.strictObject({ roundId: id, condition: words(500) }),
  response: z.strictObject({ flagged: z.number().int(), of: z.number().int() }),
});
