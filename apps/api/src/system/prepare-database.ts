import { migrate, type Sql } from '@huhudao/db';
import { newId } from '@huhudao/protocol';
import { chainStart } from '../http/audit-chain.ts';
import type { Say } from '../http/terminal.ts';
import { announcements } from './announcements.ts';
import { insertInstallation } from '../http/installation.queries.ts';

/** Brings the schema up to date and makes sure that the installation has its row. @throws SchemaError */
export async function prepareDatabase(sql: Sql, now: () => Date, say: Say): Promise<void> {
  say(announcements.preparingSchema);
  const applied = await migrate(sql);
  if (applied.length > 0) say(announcements.migrated(applied.length));
  await insertInstallation(sql, newId(), now().toISOString(), chainStart);
}
