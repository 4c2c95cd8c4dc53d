/**
 * The disk of one tablet: an IndexedDB of its own. It outlives every app that is started on it. What a transaction
 * wrote with strict durability is there for good once it was committed; what was written with less is lost in a crash
 * unless the disk happened to be synchronised since.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { PersonDatabase } from '../../../../apps/tablet/src/local/person.database.ts';
import type { Chance } from '../chance.ts';

export type Durability = 'strict' | 'relaxed';

/** A tab's connection, and what it is writing right now. */
export type Connection = {
  readonly database: PersonDatabase;
  /** Resolves when a transaction that writes has begun. */
  readonly writing: () => Promise<void>;
  /** The process dies: what is not committed never is. */
  readonly kill: () => void;
};

type Image = ReadonlyMap<string, readonly unknown[]>;

export class Disk {
  readonly #personId: string;
  readonly #durability: Durability;
  #factory = new IDBFactory();
  /** Something was written that a crash can take back. */
  #unsynced = false;
  /** What the disk held when it was last synchronised. */
  #image: Image = new Map();

  /** `relaxed` is a negative control: the product asks for `strict`. */
  constructor(personId: string, durability: Durability) {
    this.#personId = personId;
    this.#durability = durability;
  }

  async connect(): Promise<Connection> {
    const open = new Set<IDBTransaction>();
    let begun = Promise.withResolvers<void>();
    const began = (transaction: IDBTransaction, durability: string | undefined): void => {
      if (durability !== 'strict') this.#unsynced = true;
      open.add(transaction);
      for (const end of ['complete', 'abort'])
        transaction.addEventListener(end, () => open.delete(transaction));
      begun.resolve();
      begun = Promise.withResolvers();
    };
    const database = this.#database(watched(this.#factory, began));
    await database.open();
    return {
      database,
      writing: () => begun.promise,
      kill: () => {
        for (const transaction of open) abort(transaction);
        database.close();
      },
    };
  }

  /** Between two acts the system may write to the disk what it had only promised to. */
  async rest(chance: Chance): Promise<void> {
    if (!this.#unsynced || chance.percent(50)) return;
    const database = this.#database(this.#factory);
    await database.open();
    const rows = database.tables.map(async (table): Promise<[string, unknown[]]> => [
      table.name,
      await table.toArray(),
    ]);
    this.#image = new Map(await Promise.all(rows));
    database.close();
    this.#unsynced = false;
  }

  /** The power is gone: what was not on the disk is not there. */
  async losePower(): Promise<void> {
    if (!this.#unsynced) return;
    this.#factory = new IDBFactory();
    this.#unsynced = false;
    const database = this.#database(this.#factory);
    await database.open();
    for (const [name, rows] of this.#image) await database.table(name).bulkPut([...rows]);
    database.close();
  }

  #database(indexedDB: IDBFactory): PersonDatabase {
    const durability = this.#durability === 'strict' ? {} : { chromeTransactionDurability: this.#durability };
    return new PersonDatabase(this.#personId, { indexedDB, IDBKeyRange, ...durability });
  }
}

/** The same IndexedDB; `began` is told of every transaction that writes, and the durability that was asked for it. */
function watched(
  factory: IDBFactory,
  began: (transaction: IDBTransaction, durability: string | undefined) => void,
): IDBFactory {
  return new Proxy(factory, {
    get: (target, name) => {
      if (name !== 'open') return Reflect.get(target, name, target);
      return (...given: Parameters<IDBFactory['open']>) => {
        const request = target.open(...given);
        // Before whoever opens it hears of it.
        request.addEventListener('success', () => watchTransactions(request.result, began));
        return request;
      };
    },
  });
}

function watchTransactions(
  own: IDBDatabase,
  began: (transaction: IDBTransaction, durability: string | undefined) => void,
): void {
  const begin = own.transaction.bind(own);
  own.transaction = (stores, mode, options) => {
    const transaction = begin(stores, mode, options);
    if (mode === 'readwrite') began(transaction, options?.durability);
    return transaction;
  };
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // It was committing already: nobody is told, but it is there.
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
  }
}
