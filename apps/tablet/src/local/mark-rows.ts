import { noMarks, type SyncMarks } from '@huhudao/outbox';
import type { PersonDatabase } from './person.database.ts';

/** What the outbox remembers; read and written inside the caller's transaction. */
export async function readMarks(database: PersonDatabase): Promise<SyncMarks> {
  const row = await database.marks.get('marks');
  return row?.name === 'marks' ? row.value : noMarks;
}

export async function changeMarks(database: PersonDatabase, change: Partial<SyncMarks>): Promise<void> {
  await database.marks.put({ name: 'marks', value: { ...(await readMarks(database)), ...change } });
}

/** Gives the next `count` sequence numbers: the first of them. They are never given twice. */
export async function takeSequence(database: PersonDatabase, count: number): Promise<number> {
  const row = await database.marks.get('sequence');
  const last = row?.name === 'sequence' ? row.value : 0;
  await database.marks.put({ name: 'sequence', value: last + count });
  return last + 1;
}
