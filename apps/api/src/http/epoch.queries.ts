import type { Db } from '@huhudao/db';

export const readEpoch = (db: Db) => db<{ epoch: string }[]>`select epoch from installation where id = 1`;
