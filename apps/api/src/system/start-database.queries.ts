import type { Db } from '@huhudao/db';

export const readServerVersion = (db: Db) => db<{ number: number }[]>`
  select current_setting('server_version_num')::integer as number`;
