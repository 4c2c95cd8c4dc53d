import type { Db } from '@huhudao/db';

export const readServerVersion = (db: Db) => db<{ number: number }[]>`
  select current_setting('server_version_num')::integer as number`;

/** The one row that says what this installation is; a second start finds it there. */
export const insertInstallation = (db: Db, epoch: string, at: string, auditHash: Uint8Array) => db`
  insert into installation (id, epoch, created_at, audit_hash)
  values (1, ${epoch}, ${at}, ${auditHash})
  on conflict (id) do nothing`;
