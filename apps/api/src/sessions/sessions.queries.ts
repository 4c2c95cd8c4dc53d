import type { Db } from '@huhudao/db';
import type { Role } from '@huhudao/domain';

export type AccountRow = {
  id: string;
  login: string;
  passwordHash: string;
  lockedUntil: string | null;
  disabledAt: string | null;
};

const accountColumns = (db: Db) => db`id, login, password_hash, locked_until, disabled_at`;

export const findAccount = (db: Db, login: string) => db<AccountRow[]>`
  select ${accountColumns(db)} from person where login = ${login}`;

export const listRoles = (db: Db, personId: string) => db<{ role: Role }[]>`
  select distinct role from role_grant where person_id = ${personId} and revoked_at is null`;

/** Counts a wrong password; the one that reaches the limit locks the account and starts the count anew. */
export const markFailure = (db: Db, personId: string, limit: number, lockedUntil: string) => db<
  { locked: boolean }[]
>`
  update person
  set failed_sign_ins = case when failed_sign_ins + 1 >= ${limit} then 0 else failed_sign_ins + 1 end,
      locked_until = case when failed_sign_ins + 1 >= ${limit} then ${lockedUntil}::timestamptz else locked_until end
  where id = ${personId}
  returning failed_sign_ins = 0 as locked`;

export const clearFailures = (db: Db, personId: string) => db`
  update person set failed_sign_ins = 0, locked_until = null
  where id = ${personId} and (failed_sign_ins > 0 or locked_until is not null)`;

export const insertSession = (
  db: Db,
  session: { tokenHash: Uint8Array; personId: string; at: string; expiresAt: string },
) => db`
  insert into session (token_hash, person_id, created_at, seen_at, expires_at)
  values (${session.tokenHash}, ${session.personId}, ${session.at}, ${session.at}, ${session.expiresAt})`;

export const endSession = (db: Db, tokenHash: Uint8Array, at: string) => db`
  update session set revoked_at = ${at} where token_hash = ${tokenHash} and revoked_at is null`;

export const endSessions = (db: Db, personId: string, at: string) => db`
  update session set revoked_at = ${at} where person_id = ${personId} and revoked_at is null`;

/** Ended, not revoked: what a revoked tablet still holds goes to quarantine, this one only has to sign in again. */
export const expireCredentials = (db: Db, personId: string, at: string) => db`
  update device_credential set expires_at = ${at} where person_id = ${personId} and expires_at > ${at}`;

export const expireCredential = (db: Db, tokenHash: Uint8Array, at: string) => db`
  update device_credential set expires_at = ${at} where token_hash = ${tokenHash} and expires_at > ${at}`;

export const expireCredentialsOn = (db: Db, deviceId: string, personId: string, at: string) => db`
  update device_credential set expires_at = ${at}
  where device_id = ${deviceId} and person_id = ${personId} and expires_at > ${at}`;

export const insertCredential = (
  db: Db,
  credential: { tokenHash: Uint8Array; deviceId: string; personId: string; at: string; expiresAt: string },
) => db`
  insert into device_credential (token_hash, device_id, person_id, created_at, seen_at, expires_at)
  values (${credential.tokenHash}, ${credential.deviceId}, ${credential.personId}, ${credential.at},
          ${credential.at}, ${credential.expiresAt})`;

/** Registers a tablet, or finds the one that is registered under this id. */
export const registerDevice = (
  db: Db,
  device: { id: string; name: string; personId: string; at: string },
) => db<{ revokedAt: string | null }[]>`
  insert into device (id, name, registered_at, registered_by, last_seen_at)
  values (${device.id}, ${device.name}, ${device.at}, ${device.personId}, ${device.at})
  on conflict (id) do update set last_seen_at = excluded.last_seen_at
  returning revoked_at`;

export const updatePassword = (db: Db, personId: string, passwordHash: string) => db`
  update person set password_hash = ${passwordHash}, must_change_password = false where id = ${personId}`;

/** Sessions and credentials nobody can use any more. */
export const deleteEnded = async (db: Db, before: string) => {
  await db`delete from session where expires_at < ${before} or revoked_at < ${before}`;
  await db`delete from device_credential where expires_at < ${before}`;
};
