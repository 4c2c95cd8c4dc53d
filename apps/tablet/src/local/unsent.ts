import { PersonDatabase } from './person.database.ts';

/**
 * How much of a person's work the office has not got: records, anonymous responses, photos and what was just saved. Counted
 * without opening anything, so that the lock screen can say it.
 */
export async function countUnsent(personId: string): Promise<number> {
  const database = new PersonDatabase(personId);
  try {
    const counts = [
      database.records.where('state').anyOf('queued', 'sending').count(),
      database.anonymous.where('state').anyOf('waiting', 'batched', 'sealed').count(),
      database.photos.where('state').anyOf('waiting', 'uploading').count(),
      database.held.count(),
    ];
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  } finally {
    database.close();
  }
}

/** How much of it the office keeps on hold because the tablet was revoked when it came. */
export async function countHandedOver(database: PersonDatabase): Promise<number> {
  const records = await database.records
    .where('state')
    .equals('needsAttention')
    .filter((row) => row.lastError?.code === 'deviceRevoked')
    .count();
  const anonymous = await database.anonymous
    .where('state')
    .equals('refused')
    .filter((row) => row.error?.code === 'deviceRevoked')
    .count();
  return records + anonymous;
}
