import type { Db } from '@huhudao/db';

export const askDatabase = (db: Db) => db`select 1`;
