import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '@huhudao/protocol';
import {
  compare,
  firstRecordedAt,
  isStoreGone,
  readLost,
  readUnsent,
  writeLost,
  writeUnsent,
} from './unsent-ledger.ts';

/** A browser's storage in memory, with room for so many characters. */
function someStorage(room = Infinity): Storage {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
      Object.assign(storage, { [key]: value });
    },
    removeItem: (key: string) => {
      kept.delete(key);
      Reflect.deleteProperty(storage, key);
    },
  };
  return storage as unknown as Storage;
}

const [li, zhao] = [newId(), newId()];

describe('the list of what was not sent', () => {
  it('tells exactly what was in it and is not in the database any more', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid()), fc.func(fc.boolean()), (ids, isThere) => {
        const storage = someStorage();
        writeUnsent(li, ids, storage);
        const gone = ids.filter((id) => !isThere(id));
        expect(compare(li, isThere, storage)?.ids ?? []).toEqual(gone);
        expect(readLost(li, storage)?.ids ?? []).toEqual(gone);
      }),
    );
  });

  it('goes on naming what was lost before, until it is told to the office and read', () => {
    const storage = someStorage();
    const [first, second] = [newId(), newId()];
    writeUnsent(li, [first], storage);
    compare(li, () => false, storage);
    writeLost(li, { ids: [first], reported: true }, storage);
    writeUnsent(li, [second], storage);
    expect(compare(li, () => false, storage)).toEqual({ ids: [first, second], reported: false });
    writeLost(li, null, storage);
    writeUnsent(li, [], storage);
    expect(compare(li, () => false, storage)).toBeNull();
  });

  it('belongs to one person', () => {
    const storage = someStorage();
    writeUnsent(li, [newId()], storage);
    expect(readUnsent(zhao, storage)).toEqual([]);
    expect(compare(zhao, () => false, storage)).toBeNull();
  });

  it('shows that a store is gone where the tablet knows nobody any more', () => {
    const storage = someStorage();
    expect(isStoreGone(0, storage)).toBe(false);
    writeUnsent(li, [newId()], storage);
    expect(isStoreGone(1, storage)).toBe(false);
    expect(isStoreGone(0, storage)).toBe(true);
    writeUnsent(li, [], storage);
    expect(isStoreGone(0, storage)).toBe(false);
  });

  it('that finds no room is left as it was', () => {
    const storage = someStorage(60);
    const first = newId();
    writeUnsent(li, [first], storage);
    writeUnsent(li, [first, newId()], storage);
    expect(readUnsent(li, storage)).toEqual([first]);
  });
});

it('an id tells when the first of several records was made', () => {
  const before = Date.now();
  const ids = [newId(), newId()];
  expect(firstRecordedAt(ids.toReversed())).toBeGreaterThanOrEqual(before);
  expect(firstRecordedAt(ids)).toBeLessThanOrEqual(Date.now());
});
