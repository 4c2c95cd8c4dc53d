import { Dexie } from 'dexie';
import { PersonDatabase } from './person.database.ts';

/** Whoever practises is nobody: their store is named by this and something random, and never taken for somebody's. */
const practicePerson = 'practice-';

/** Another one each time. */
export const newPracticePerson = (): string => practicePerson + crypto.randomUUID();

const nameOf = (personId: string): string => new PersonDatabase(personId).name;

/** Held by the tab that practises in this store. */
const lockOf = (database: string): string => `${database}-open`;

/** Keeps a store of practice from being deleted by another tab, until it is deleted by what this returns. */
export async function keepPractice(personId: string): Promise<() => Promise<void>> {
  const name = nameOf(personId);
  const held = Promise.withResolvers<void>();
  if ('locks' in navigator) {
    const taken = Promise.withResolvers<void>();
    void navigator.locks.request(lockOf(name), () => {
      taken.resolve();
      return held.promise;
    });
    await taken.promise;
  }
  return async () => {
    await Dexie.delete(name);
    held.resolve();
  };
}

/** Deletes every store of practice that no tab practises in. Their keys were never on the disk. */
export async function deletePractice(): Promise<void> {
  const names = await Dexie.getDatabaseNames();
  for (const name of names.filter((one) => one.startsWith(nameOf(practicePerson)))) {
    if (!('locks' in navigator)) await Dexie.delete(name);
    else
      await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
        if (lock !== null) await Dexie.delete(name);
      });
  }
}
