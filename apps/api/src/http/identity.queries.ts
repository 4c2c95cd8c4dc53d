import type { Db } from '@huhudao/db';
import type { Role } from '@huhudao/domain';

export type IdentityRow = {
  personId: string;
  login: string;
  name: string;
  mustChangePassword: boolean;
  deviceId: string | null;
  /** The tablet, the credential or the person is shut out. */
  deviceRevoked: boolean;
  /** The tablet itself, whoever uses it. */
  tabletRevoked: boolean;
  expiresAt: string;
  seenAt: string;
  grants: { role: Role; areaId: string }[];
};

const grantsOf = (db: Db) => db`
  coalesce((
    select jsonb_agg(jsonb_build_object('role', g.role, 'areaId', g.area_id))
    from role_grant g
    where g.person_id = p.id and g.revoked_at is null
  ), '[]'::jsonb)`;

export const findBySession = (db: Db, tokenHash: Uint8Array) => db<IdentityRow[]>`
  select p.id as person_id, p.login, p.name, p.must_change_password, null::uuid as device_id, false as device_revoked,
         false as tablet_revoked,
         s.expires_at, s.seen_at, ${grantsOf(db)} as grants
  from session s
  join person p on p.id = s.person_id
  where s.token_hash = ${tokenHash} and s.revoked_at is null and p.disabled_at is null`;

export const findByCredential = (db: Db, tokenHash: Uint8Array) => db<IdentityRow[]>`
  select p.id as person_id, p.login, p.name, p.must_change_password, c.device_id,
         (d.revoked_at is not null or c.revoked_at is not null or p.disabled_at is not null) as device_revoked,
         d.revoked_at is not null as tablet_revoked, c.expires_at, c.seen_at, ${grantsOf(db)} as grants
  from device_credential c
  join device d on d.id = c.device_id
  join person p on p.id = c.person_id
  where c.token_hash = ${tokenHash}`;

export const markSessionSeen = (db: Db, tokenHash: Uint8Array, at: string) => db`
  update session set seen_at = ${at} where token_hash = ${tokenHash}`;

export const markCredentialSeen = (db: Db, tokenHash: Uint8Array, at: string, expiresAt: string) => db`
  update device_credential set seen_at = ${at}, expires_at = ${expiresAt} where token_hash = ${tokenHash}`;
