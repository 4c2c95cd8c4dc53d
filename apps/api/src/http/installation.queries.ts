import type { Db } from '@huhudao/db';

/** The one row that says what this installation is; a second start finds it there. */
export const insertInstallation = (db: Db, epoch: string, at: string, auditHash: Uint8Array) => db`
  insert into installation (id, epoch, created_at, audit_hash)
  values (1, ${epoch}, ${at}, ${auditHash})
  on conflict (id) do nothing`;

export type InstallationRow = {
  epoch: string;
  demo: boolean;
  demoFilled: boolean;
  setupTokenHash: Buffer | null;
};

export const readInstallation = (db: Db) => db<InstallationRow[]>`
  select epoch, demo, demo_filled, setup_token_hash from installation where id = 1`;
