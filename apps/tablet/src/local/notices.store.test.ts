import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { must } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { toldWrites } from '../app/told-writes.ts';
import { createStoreKey } from './envelope.ts';
import { loadNotices } from './notices.store.ts';
import { PersonDatabase } from './person.database.ts';
import type { Notice } from './reference.types.ts';
import { outboxStorage } from './storage.ts';
import { vaultOf, type Vault } from './vault.ts';

const streetId = newId();
const epoch = newId();

const notice = (name: string, at: number, read = false): Notice => ({
  id: newId(),
  kind: 'planGiven',
  madeAt: `2026-11-20T08:0${at}:00.000Z`,
  read,
  roundId: null,
  roundName: name,
  teamName: '柳荫一组',
  place: null,
  facts: { day: '2026-11-21', window: { from: '18:30', until: '20:30' } },
});

let database: PersonDatabase;
let vault: Vault;
let pages: number;
let heard: string[];
let office: 'there' | 'away';

beforeEach(async () => {
  database = new PersonDatabase(newId());
  vault = vaultOf(await createStoreKey());
  pages = 0;
  heard = [];
  office = 'there';
});

async function pulled(...notices: Notice[]): Promise<void> {
  const storage = outboxStorage(database, vault);
  pages += 1;
  const serverTime = new Date(Date.parse('2026-11-20T09:00:00.000Z') + pages * 60_000).toISOString();
  await storage.settle({ epoch, receivedAt: serverTime, records: [], anonymous: [] });
  const whole = {
    rounds: [],
    teams: [],
    stairwells: [],
    households: [],
    assignments: [],
    plans: [],
    busy: [],
  };
  const rest = { planning: null, revisits: [], issues: [], parallelVisits: [] };
  const at = { cursor: '1', reset: pages === 1, epoch, serverTime };
  await storage.applyPull(streetId, await storage.cursor(streetId), { ...whole, ...rest, ...at, notices });
}

const told = () =>
  toldWrites(
    database,
    async (street, ids) => {
      if (office === 'away' || street !== streetId) throw new Error('nobody answers');
      heard.push(...ids);
    },
    async () => undefined,
  );

const shown = async () =>
  (await loadNotices(database, vault)).map(
    ({ roundName, read }) => `${roundName} ${read ? 'read' : 'unread'}`,
  );
const read = async (...names: string[]) => {
  const all = await loadNotices(database, vault);
  await told().read(all.filter(({ roundName }) => names.includes(must(roundName, 'a name'))));
};

describe('notices', () => {
  it('are shown as they were pulled last, the latest first', async () => {
    const [first, second] = [notice('first', 1), notice('second', 2, true)];
    await pulled(first);
    await pulled(second, first);
    expect(await shown()).toEqual(['second read', 'first unread']);
    await pulled(second);
    expect(await shown()).toEqual(['second read']);
  });

  it('that are read without a network are read, and the office hears of it later, until it has heard', async () => {
    const first = notice('first', 1);
    await pulled(first, notice('second', 2));
    office = 'away';
    await read('first');
    expect(await shown()).toEqual(['second unread', 'first read']);
    await told().tellOffice();
    expect(heard).toEqual([]);
    office = 'there';
    await told().tellOffice();
    await told().tellOffice();
    expect(heard).toEqual([first.id]);
  });

  it('stay read where a page from before the office heard of it comes late', async () => {
    const first = notice('first', 1);
    await pulled(first);
    await read('first');
    await pulled(first);
    expect(await shown()).toEqual(['first read']);
  });

  it('leave nothing behind that the office says itself', async () => {
    const [first, second] = [notice('first', 1), notice('second', 2)];
    await pulled(first, second);
    await read('first', 'second');
    await told().tellOffice();
    await pulled({ ...first, read: true });
    expect(await database.readNotices.count()).toBe(0);
    expect(await shown()).toEqual(['first read']);
  });

  it('stand readable nowhere on the disk', async () => {
    await pulled(notice('张建华', 1));
    await read('张建华');
    const disk = [...(await database.reference.toArray()), ...(await database.readNotices.toArray())];
    expect(JSON.stringify(disk)).not.toMatch(/张建华|柳荫|planGiven/);
  });

  it('can be read in a store that a former version of the app has made, which keeps what is in it', async () => {
    const personId = newId();
    const former = new Dexie(`huhudao-${personId}`);
    former.version(1).stores({ cursors: '&streetId', reference: '&key, streetId', marks: '&name' });
    former.version(4).stores({ goneDoors: '&id' });
    await former.table('cursors').put({ streetId, cursor: '7', serverTime: '2026-11-20T08:00:00.000Z' });
    former.close();
    database = new PersonDatabase(personId);
    expect(await shown()).toEqual([]);
    expect((await database.cursors.get(streetId))?.cursor).toBe('7');
    await database.readNotices.put({ id: newId(), streetId, told: false });
    expect(await database.readNotices.count()).toBe(1);
  });
});
