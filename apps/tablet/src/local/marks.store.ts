import { marksAfter, recordsAfter, type MarkStore } from '@huhudao/outbox';
import { applyAnonymousChanges } from './anonymous.store.ts';
import { changeMarks, readMarks } from './mark-rows.ts';
import { applyChanges } from './outbox-records.store.ts';
import type { PersonDatabase } from './person.database.ts';
import { applyPhotoChanges, offerPhotosAgain } from './photos.store.ts';

/** What the outbox remembers on IndexedDB; see the port in `@huhudao/outbox` for what each method promises. */
export function markStore(database: PersonDatabase): MarkStore {
  const { records, anonymous, photos, marks, cursors } = database;
  return {
    marks: () => readMarks(database),
    hold: (moments) => database.transaction('rw', marks, () => changeMarks(database, moments)),
    dueRemainderAt: (instant) =>
      database.transaction('rw', [anonymous, marks], async () => {
        const waiting = await anonymous.where('state').equals('waiting').count();
        if (waiting > 0) await changeMarks(database, { remainderDueAt: instant });
      }),
    settle: (settlement) =>
      database.transaction('rw', [records, anonymous, photos, marks, cursors], async () => {
        const known = await readMarks(database);
        const restored = known.epoch !== null && known.epoch !== settlement.epoch;
        if (restored) await offerEverythingAgain(database);
        await changeMarks(database, marksAfter(known, settlement));
        await applyChanges(database, recordsAfter(settlement, restored));
        await applyAnonymousChanges(database, settlement.anonymous);
        await applyPhotoChanges(database, settlement.photos ?? []);
        return restored;
      }),
  };
}

/**
 * The server was restored and may have lost what it confirmed, and its copy of what it refused; where it stands is not
 * known any more either. What never left is as it was.
 */
async function offerEverythingAgain(database: PersonDatabase): Promise<void> {
  const records = await database.records
    .where('state')
    .anyOf('accepted', 'parallel', 'needsAttention')
    .primaryKeys();
  await applyChanges(
    database,
    records.map((id) => ({ id, event: 'serverRestored' })),
  );
  const settled = await database.anonymous.where('state').anyOf('kept', 'refused').primaryKeys();
  await applyAnonymousChanges(
    database,
    settled.map((id) => ({ id, event: 'serverRestored' })),
  );
  await offerPhotosAgain(database);
  await database.cursors.clear();
}
