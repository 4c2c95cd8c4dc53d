import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '@huhudao/db';
import { createTestDatabase, type TestDatabase } from '@huhudao/testkit';
import { DatabaseWatch } from './database-watch.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('whoever is kept waiting asks over a connection that stands since the start, not over one to be opened first', async () => {
  let opened = 0;
  const watch = new DatabaseWatch(() => {
    opened += 1;
    return openPool(database.connection, { max: 1 });
  });
  expect(opened).toBe(1);
  expect(await watch.answers()).toBe(true);
  expect(await watch.answers()).toBe(true);
  expect(opened).toBe(1);
  await watch.close();
});
