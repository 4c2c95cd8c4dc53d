import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, listOf, page, words } from '../fields.ts';

export const auditView = z.strictObject({
  number: z.number().int(),
  at: instant,
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  subject: z.record(z.string(), z.unknown()),
});

export const listAudit = endpoint({
  name: 'listAudit',
  method: 'get',
  path: '/api/areas/{areaId}/audit',
  summary: 'The audit of a street, or of the installation for a district, newest first',
  gate: { kind: 'path', permission: 'audit.read' },
  params: z.strictObject({ areaId: id }),
  query: z.strictObject({ ...page, action: words(60).optional() }),
  response: listOf(auditView),
});

export const checkAudit = endpoint({
  name: 'checkAudit',
  method: 'post',
  path: '/api/areas/{areaId}/audit/check',
  summary: 'Recompute the hash chain and name the first entry that does not fit',
  gate: { kind: 'path', permission: 'audit.read' },
  params: z.strictObject({ areaId: id }),
  response: z.strictObject({
    entries: z.number().int(),
    intact: z.boolean(),
    firstBroken: z.number().int().nullable(),
  }),
});

export const quarantinedView = z.strictObject({
  id,
  kind: z.string().nullable(),
  problemCode: z.string(),
  personName: z.string().nullable(),
  deviceName: z.string().nullable(),
  receivedAt: instant,
  /** The door it is about, where it names one of this street. */
  door: z.string().nullable(),
  /** When its worker handed it over, and what they said to it; null where they have not. */
  handedOverAt: instant.nullable(),
  note: z.string().nullable(),
  /** Of an issue: how many photos it names, and how many of them have arrived. */
  photos: z.strictObject({ named: z.int().min(0), arrived: z.int().min(0) }),
});

export const listQuarantine = endpoint({
  name: 'listQuarantine',
  method: 'get',
  path: '/api/areas/{areaId}/quarantine',
  summary: 'Records that could not be accepted, kept until somebody has looked at them',
  gate: { kind: 'path', permission: 'visits.quarantine' },
  params: z.strictObject({ areaId: id }),
  response: z.array(quarantinedView),
});

export const settleQuarantined = endpoint({
  name: 'settleQuarantined',
  method: 'post',
  path: '/api/areas/{areaId}/quarantine/{recordId}/settle',
  summary: 'Mark a quarantined record as dealt with',
  gate: { kind: 'path', permission: 'visits.quarantine' },
  params: z.strictObject({ areaId: id, recordId: id }),
  response: 'nothing',
});

export const readHealth = endpoint({
  name: 'readHealth',
  method: 'get',
  path: '/api/system',
  summary: 'Version, schema, database and storage of this installation',
  gate: { kind: 'anywhere', permission: 'system.read' },
  response: z.strictObject({
    version: z.string(),
    schema: z.string(),
    epoch: id,
    startedAt: instant,
    databaseBytes: z.number(),
    residentBytes: z.number(),
  }),
});
