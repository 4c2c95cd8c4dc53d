import { forgetGoneDoors } from '../local/gone-doors.store.ts';
import { noteRead, noteTold, readUntold, type TabletNotice } from '../local/notices.store.ts';
import type { PersonDatabase } from '../local/person.database.ts';
import type { Office } from './office.ts';

/** What the worker was told, and has read. */
export type ToldWrites = {
  /** That these doors went to another team; it does not come again. */
  forgetGoneDoors(ids: readonly string[]): Promise<void>;
  /** These notices. They stay, and are unread nowhere any more once the office has heard of it. */
  read(notices: readonly TabletNotice[]): Promise<void>;
  /** Says to the office what was read here. Without an answer it is said again after the next run: that changes nothing. */
  tellOffice(): Promise<void>;
};

/** As many as one request may name. */
const most = 100;

export function toldWrites(
  database: PersonDatabase,
  tellRead: Office['tellRead'],
  changed: () => Promise<void>,
): ToldWrites {
  async function tellOffice(): Promise<void> {
    for (const [streetId, ids] of await readUntold(database)) {
      const some = ids.slice(0, most);
      const heard = await tellRead(streetId, some).then(
        () => true,
        () => false,
      );
      if (!heard) return;
      await noteTold(database, some);
    }
  }
  return {
    forgetGoneDoors: async (ids) => {
      await forgetGoneDoors(database, ids);
      await changed();
    },
    read: async (notices) => {
      await noteRead(database, notices);
      await changed();
      // Nobody waits for it, and a store that was left meanwhile says it when it is opened again.
      void tellOffice().catch(() => undefined);
    },
    tellOffice,
  };
}
