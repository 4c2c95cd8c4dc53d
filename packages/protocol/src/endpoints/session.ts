import { z } from 'zod';
import { isStorable, roles } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { id, line, words } from '../fields.ts';

export const grantView = z.strictObject({
  role: z.enum(roles),
  areaId: id,
  areaName: z.string(),
  areaKind: z.enum(['district', 'street', 'community', 'grid']),
  /** The street the area lies in; null for a district. */
  streetId: id.nullable(),
});

export const sessionView = z.strictObject({
  personId: id,
  login: z.string(),
  name: z.string(),
  mustChangePassword: z.boolean(),
  grants: z.array(grantView),
  demo: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;

/** A user name is typed on tablets and over the phone: lower case, no spaces. */
export const loginName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,40}$/);

const credentials = {
  login: z.string().trim().min(1).max(60).refine(isStorable),
  password: words(200).min(1),
};

export const readSetup = endpoint({
  name: 'readSetup',
  method: 'get',
  path: '/api/setup',
  summary: 'Whether this installation still has to be set up',
  gate: { kind: 'public' },
  response: z.strictObject({
    state: z.enum(['empty', 'fillingDemo', 'ready']),
    demo: z.boolean(),
    /** How much of the demonstration data is there, 0…1. */
    progress: z.number(),
  }),
});

export const setUp = endpoint({
  name: 'setUp',
  method: 'post',
  path: '/api/setup',
  summary: 'Create the district and its first administrator, with the one-time link from the terminal',
  gate: { kind: 'public' },
  body: z.strictObject({
    token: words(100),
    districtName: line,
    name: line,
    ...credentials,
    login: loginName,
  }),
  response: sessionView,
});

export const fillWithDemo = endpoint({
  name: 'fillWithDemo',
  method: 'post',
  path: '/api/setup/demo',
  summary: 'Fill an empty installation with demonstration data',
  gate: { kind: 'public' },
  response: 'nothing',
});

export const removeDemo = endpoint({
  name: 'removeDemo',
  method: 'delete',
  path: '/api/setup/demo',
  summary: 'Remove all demonstration data, people included; the installation is empty again',
  gate: { kind: 'anywhere', permission: 'people.manage' },
  response: 'nothing',
});

/** People to try the product as; only there while the installation holds demonstration data. */
export const listDemoPeople = endpoint({
  name: 'listDemoPeople',
  method: 'get',
  path: '/api/setup/demo/people',
  summary: 'Sign-in names and passwords of the demonstration people',
  gate: { kind: 'public' },
  response: z.array(
    z.strictObject({
      login: z.string(),
      password: z.string(),
      name: z.string(),
      role: z.enum(roles),
      areaName: z.string(),
    }),
  ),
});

export const signIn = endpoint({
  name: 'signIn',
  method: 'post',
  path: '/api/session',
  summary: 'Sign in to the office',
  gate: { kind: 'public' },
  body: z.strictObject(credentials),
  response: sessionView,
});

export const readSession = endpoint({
  name: 'readSession',
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in',
  gate: { kind: 'signedIn' },
  response: sessionView,
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'delete',
  path: '/api/session',
  summary: 'Sign out',
  gate: { kind: 'signedIn' },
  response: 'nothing',
});

export const changePassword = endpoint({
  name: 'changePassword',
  method: 'post',
  path: '/api/session/password',
  summary: 'Change one’s own password; every other session ends',
  gate: { kind: 'signedIn' },
  body: z.strictObject({ current: words(200), next: words(200) }),
  response: 'nothing',
});

export const signInDevice = endpoint({
  name: 'signInDevice',
  method: 'post',
  path: '/api/devices/sign-in',
  summary: 'Sign in on a tablet: gives a credential of its own that outlives a week offline',
  gate: { kind: 'public' },
  body: z.strictObject({ ...credentials, deviceId: id, deviceName: line }),
  response: z.strictObject({
    credential: z.string(),
    expiresAt: z.string(),
    person: sessionView,
    /**
     * Base64, 32 bytes each, the same at every sign-in of this person on this tablet. The first opens the person's
     * store together with their PIN and is kept on the tablet; null where the tablet was revoked. The second opens it
     * without a PIN and is never kept.
     */
    unlockSecret: z.base64().nullable(),
    recoverySecret: z.base64(),
    /** True where the tablet was revoked: all the credential is good for is to hand over what was not sent. */
    revoked: z.boolean(),
    /** SPKI, base64: anonymous remainders are sealed to it. */
    sealingKey: z.string(),
    epoch: id,
  }),
});

export const signOutDevice = endpoint({
  name: 'signOutDevice',
  method: 'delete',
  path: '/api/devices/sign-in',
  summary: 'Give back this tablet’s credential',
  gate: { kind: 'device', permission: 'sync.pull' },
  response: 'nothing',
});
