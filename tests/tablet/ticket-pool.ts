/** The tickets for residents' own phones that wait on a tablet's disk. */
import type { Page } from 'playwright-core';

type Act = 'count' | 'clear';

/** How many there are, of everybody who has signed in on the tablet. */
export const ticketsOn = (page: Page): Promise<number> => onEveryStore(page, 'count');

/** They are gone, as if each had been used. */
export async function loseTickets(page: Page): Promise<void> {
  await onEveryStore(page, 'clear');
}

const onEveryStore = (page: Page, act: Act): Promise<number> =>
  page.evaluate(async (wanted) => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
      });
    let sum = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      if (database.objectStoreNames.contains('tickets')) {
        const store = database.transaction('tickets', 'readwrite').objectStore('tickets');
        if (wanted === 'count') sum += await result(store.count());
        else await result(store.clear());
      }
      database.close();
    }
    return sum;
  }, act);
