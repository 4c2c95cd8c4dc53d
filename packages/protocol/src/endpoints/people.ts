import { z } from 'zod';
import { areaKinds, isStorable, roles } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { id, instant, line, listOf, page, words } from '../fields.ts';
import { grantView, loginName } from './session.ts';

const phone = z.string().trim().max(20).refine(isStorable);
const inArea = z.strictObject({ areaId: id });

export const areaView = z.strictObject({
  id,
  kind: z.enum(areaKinds),
  parentId: id.nullable(),
  streetId: id.nullable(),
  name: z.string(),
  position: z.number().int(),
});
export type AreaView = z.infer<typeof areaView>;

export const listAreas = endpoint({
  name: 'listAreas',
  method: 'get',
  path: '/api/areas',
  summary: 'The areas one may see, from the top down',
  gate: { kind: 'anywhere', permission: 'areas.read' },
  response: z.array(areaView),
});

export const createArea = endpoint({
  name: 'createArea',
  method: 'post',
  path: '/api/areas/{areaId}/areas',
  summary: 'Add an area below another',
  gate: { kind: 'path', permission: 'areas.manage' },
  params: inArea,
  body: z.strictObject({ kind: z.enum(areaKinds).exclude(['district']), name: line }),
  response: areaView,
});

export const renameArea = endpoint({
  name: 'renameArea',
  method: 'patch',
  path: '/api/areas/{areaId}',
  summary: 'Rename an area',
  gate: { kind: 'path', permission: 'areas.manage' },
  params: inArea,
  body: z.strictObject({ name: line }),
  response: areaView,
});

export const personView = z.strictObject({
  id,
  login: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  disabled: z.boolean(),
  locked: z.boolean(),
  grants: z.array(grantView.extend({ id })),
});
export type PersonView = z.infer<typeof personView>;

export const listPeople = endpoint({
  name: 'listPeople',
  method: 'get',
  path: '/api/people',
  summary: 'People with a role in one’s areas; `search` matches name, pinyin initials and user name',
  gate: { kind: 'anywhere', permission: 'people.list' },
  query: z.strictObject({
    ...page,
    search: words(60).optional(),
    role: z.enum(roles).optional(),
    areaId: id.optional(),
  }),
  response: listOf(personView),
});

const grant = z.strictObject({ role: z.enum(roles), areaId: id });
/** Shown once: the initial password, which must be changed at the first sign-in. */
const withPassword = z.strictObject({ person: personView, password: z.string() });

export const createPerson = endpoint({
  name: 'createPerson',
  method: 'post',
  path: '/api/people',
  summary: 'Add a person with an initial password shown once',
  gate: { kind: 'anywhere', permission: 'people.manage' },
  body: z.strictObject({
    login: loginName,
    name: line,
    phone: phone.optional(),
    grants: z.array(grant).max(20),
  }),
  response: withPassword,
});

export const changePerson = endpoint({
  name: 'changePerson',
  method: 'patch',
  path: '/api/people/{personId}',
  summary: 'Change a person: name, phone, roles, disabled or not; disabling ends every session',
  gate: { kind: 'anywhere', permission: 'people.manage' },
  params: z.strictObject({ personId: id }),
  body: z.strictObject({
    name: line.optional(),
    phone: phone.nullable().optional(),
    disabled: z.boolean().optional(),
    grants: z.array(grant).max(20).optional(),
  }),
  response: personView,
});

export const resetPassword = endpoint({
  name: 'resetPassword',
  method: 'post',
  path: '/api/people/{personId}/password',
  summary: 'Give a person a new initial password, shown once; unlocks the account, ends every session',
  gate: { kind: 'anywhere', permission: 'people.manage' },
  params: z.strictObject({ personId: id }),
  response: withPassword,
});

export const deviceView = z.strictObject({
  id,
  name: z.string(),
  registeredAt: instant,
  lastSeenAt: instant.nullable(),
  lastPersonName: z.string().nullable(),
  /** Records, as it reported with its last push. Anonymous responses are in no number (decision 024). */
  unsent: z.number().int().nullable(),
  oldestUnsentAt: instant.nullable(),
  /** Photos that its issues name and that have not arrived, as the server knows by itself; without those it refused. */
  photosToCome: z.number().int(),
  revokedAt: instant.nullable(),
  /** Records it had and lost before they were sent, as it reported itself; and when it last did. */
  lost: z.number().int(),
  lostReportedAt: instant.nullable(),
});
export type DeviceView = z.infer<typeof deviceView>;

export const listDevices = endpoint({
  name: 'listDevices',
  method: 'get',
  path: '/api/devices',
  summary: 'Tablets: last seen, and what they last reported as unsent',
  gate: { kind: 'anywhere', permission: 'devices.manage' },
  response: z.array(deviceView),
});

export const reportLost = endpoint({
  name: 'reportLost',
  method: 'post',
  path: '/api/devices/lost',
  summary: 'Records this tablet had and has no more: answers those of them the server has not got either',
  gate: { kind: 'device', permission: 'sync.pull' },
  body: z.strictObject({ ids: z.array(id).min(1).max(500) }),
  response: z.strictObject({ lost: z.array(id) }),
});

export const revokeDevice = endpoint({
  name: 'revokeDevice',
  method: 'post',
  path: '/api/devices/{deviceId}/revoke',
  summary: 'Revoke a tablet: its work is accepted into quarantine, nothing more is sent to it',
  gate: { kind: 'anywhere', permission: 'devices.manage' },
  params: z.strictObject({ deviceId: id }),
  response: deviceView,
});
