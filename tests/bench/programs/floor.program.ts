/**
 * What the machine gives to a program that does nothing but keep what it is sent: a bare Hono endpoint with one
 * insert, and multi-row inserts without any HTTP.
 */
import { serve } from '@hono/node-server';
import { openPool } from '@huhudao/db';
import { newId } from '@huhudao/protocol';
import { Hono } from 'hono';
import { answer } from './child.ts';

const [host, user, database] = process.argv.slice(2);
if (host === undefined || user === undefined || database === undefined) throw new Error('no database named');
const sql = openPool({ host, user, database });
await sql`create table if not exists floor_record (id uuid primary key, body jsonb not null)`;

const app = new Hono();
app.post('/records', async (context) => {
  const body: object = await context.req.json();
  await sql`insert into floor_record (id, body) values (${newId()}, ${sql.json(body as never)})`;
  return context.json({ stored: 1 });
});
/** What a page pays that reads one number. */
app.get('/one', async (context) => context.json((await sql`select 1 as one`)[0] ?? {}));
const port = await new Promise<number>((resolve) => {
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address) => resolve(address.port));
});

type Batches = { items: object[]; size: number; count: number; writers: number };

/** So many writers insert the same batch of rows over and over, `count` times together. Returns seconds. */
async function insertBatches({ items, size, count, writers }: Batches): Promise<{ seconds: number }> {
  const texts = items.slice(0, size).map((item) => JSON.stringify(item));
  let left = count;
  const write = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const rows = texts.map((body) => ({ id: newId(), body }));
      await sql`insert into floor_record ${sql(rows, 'id', 'body')}`;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: writers }, write));
  return { seconds: (performance.now() - started) / 1000 };
}

answer({ port: async () => port, insertBatches });
