import { randomBytes } from 'node:crypto';
import { hashToken } from '../http/identity.ts';
import { platformCommand, type PlatformTx } from '../http/transaction.ts';
import * as queries from './sessions.queries.ts';
import { failureLimit, lockMinutes } from './sign-in-limits.ts';

/** 256 random bits: shown to the browser or tablet once, stored only as a hash. */
const makeToken = (): string => randomBytes(32).toString('base64url');

const after = (at: string, milliseconds: number): string =>
  new Date(Date.parse(at) + milliseconds).toISOString();

/** Begins a session within another command's transaction. Returns its token. */
export async function openSession(tx: PlatformTx, personId: string): Promise<string> {
  const token = makeToken();
  const expiresAt = after(tx.at, tx.deps.env.SESSION_HOURS * 3_600_000);
  await queries.insertSession(tx.sql, { tokenHash: hashToken(token), personId, at: tx.at, expiresAt });
  return token;
}

/**
 * Ends what a disabled person is signed in to, within another command's transaction. Their tablets stay known:
 * what these still hold is taken into quarantine, and their readable data is wiped.
 */
export const endOfficeSessions = async (tx: PlatformTx, personId: string): Promise<void> => {
  await queries.endSessions(tx.sql, personId, tx.at);
};

/** Ends everything a person is signed in to, within another command's transaction: the password changes. */
export async function endEverySession(tx: PlatformTx, personId: string): Promise<void> {
  await queries.endSessions(tx.sql, personId, tx.at);
  await queries.expireCredentials(tx.sql, personId, tx.at);
}

export const noteFailure = platformCommand({
  action: 'session.refused',
  subject: (input: { personId: string }, result: { locked: boolean }) => ({ ...input, ...result }),
  run: async (tx, { personId }) => {
    const until = after(tx.at, lockMinutes * 60_000);
    const [row] = await queries.markFailure(tx.sql, personId, failureLimit, until);
    return { locked: row?.locked ?? false };
  },
});

export const startSession = platformCommand({
  action: 'session.started',
  subject: (input: { personId: string; former: Uint8Array | undefined }) => ({ personId: input.personId }),
  run: async (tx, { personId, former }) => {
    await queries.clearFailures(tx.sql, personId);
    // The token is new at every sign-in; one that was planted in the browser before is of no use to anybody.
    if (former !== undefined) await queries.endSession(tx.sql, former, tx.at);
    return openSession(tx, personId);
  },
});

export const endSession = platformCommand({
  action: 'session.ended',
  subject: (input: { personId: string; tokenHash: Uint8Array }) => ({ personId: input.personId }),
  run: async (tx, { tokenHash }) => {
    await queries.endSession(tx.sql, tokenHash, tx.at);
  },
});

export const changePassword = platformCommand({
  action: 'password.changed',
  subject: (input: { personId: string; passwordHash: string }) => ({ personId: input.personId }),
  run: async (tx, { personId, passwordHash }) => {
    await queries.updatePassword(tx.sql, personId, passwordHash);
    await queries.clearFailures(tx.sql, personId);
    await endEverySession(tx, personId);
    return openSession(tx, personId);
  },
});

export type DeviceSignIn = { personId: string; deviceId: string; deviceName: string };

/** On a revoked tablet as well: what a locked store on it still holds can be handed over by its person alone. */
export const signInDevice = platformCommand({
  action: 'device.signedIn',
  subject: (input: DeviceSignIn) => ({ personId: input.personId, deviceId: input.deviceId }),
  run: async (tx, { personId, deviceId, deviceName }) => {
    const device = { id: deviceId, name: deviceName, personId, at: tx.at };
    const [registered] = await queries.registerDevice(tx.sql, device);
    await queries.clearFailures(tx.sql, personId);
    await queries.expireCredentialsOn(tx.sql, deviceId, personId, tx.at);
    const credential = makeToken();
    const expiresAt = after(tx.at, tx.deps.env.DEVICE_DAYS * 86_400_000);
    const tokenHash = hashToken(credential);
    await queries.insertCredential(tx.sql, { tokenHash, deviceId, personId, at: tx.at, expiresAt });
    return { credential, expiresAt, revoked: registered?.revokedAt !== null };
  },
});

export const signOutDevice = platformCommand({
  action: 'device.signedOut',
  subject: (input: { deviceId: string | null; tokenHash: Uint8Array }) => ({ deviceId: input.deviceId }),
  run: async (tx, { tokenHash }) => {
    await queries.expireCredential(tx.sql, tokenHash, tx.at);
  },
});
