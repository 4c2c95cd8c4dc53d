import { newRandomId } from '@huhudao/protocol';
import { expect, test } from 'vitest';
import type { Settlement } from '../../storage.ts';
import { anonymousAnswers, door, visit, workOf } from '../people-and-doors.ts';
import { at, error, reply, type ContractKit } from './kit.ts';

export function describeAnonymous<Local>(kit: ContractKit<Local>): void {
  test('no row tells household, visit, sequence or time', async () => {
    const { store } = await kit.make();
    await kit.freeze(store, workOf([visit(door(4711))], anonymousAnswers()));
    const [item] = await store.anonymousIn(['waiting']);
    expect(Object.keys(item ?? {}).toSorted()).toEqual([
      'box',
      'id',
      'response',
      'roundId',
      'state',
      'streetId',
    ]);
    expect(JSON.stringify(item)).not.toMatch(/4711|2026-11/);
  });

  test('a batch is formed of all its members or not at all', async () => {
    const { store } = await kit.make();
    const ids = await kit.freezeAnonymous(store, 6);
    const batchId = newRandomId();
    expect(await store.formBatch(batchId, ids.slice(0, 5))).toBe(true);
    expect(await store.formBatch(newRandomId(), ids.slice(3))).toBe(false);
    const members = await store.anonymousIn(['batched']);
    expect(members.map((item) => (item.state === 'batched' ? item.batchId : ''))).toEqual(
      Array(5).fill(batchId),
    );
    expect(await store.anonymousCounts()).toEqual({
      waiting: 1,
      batched: 5,
      sealed: 0,
      kept: 0,
      refused: 0,
    });
  });

  test('the time of the remainder is set by the first that waits and cleared with the last', async () => {
    const { store } = await kit.make();
    const [first = '', second = ''] = await kit.freezeAnonymous(store, 2);
    await store.dueRemainderAt(at);
    await store.applyAnonymous([{ id: first, event: 'sealed' }]);
    expect((await store.marks()).remainderDueAt).toBe(at);
    await store.applyAnonymous([{ id: second, event: 'sealed' }]);
    expect((await store.marks()).remainderDueAt).toBeNull();
    await store.dueRemainderAt(at);
    expect((await store.marks()).remainderDueAt).toBeNull();
  });

  test('what is sealed, kept or refused can no longer be read', async () => {
    const { store } = await kit.make();
    const [sealed = '', kept = '', refused = ''] = await kit.freezeAnonymous(store, 3);
    await store.applyAnonymous([sealed, kept, refused].map((id) => ({ id, event: 'sealed' })));
    const anonymous: Settlement['anonymous'] = [
      { id: kept, event: 'acknowledged', confirmedBy: '2026-11-22' },
      { id: refused, event: 'rejected', error },
    ];
    await store.settle(reply([], { anonymous }));
    const items = await store.anonymousIn(['sealed', 'kept', 'refused']);
    expect(items.map(({ state }) => state).toSorted()).toEqual(['kept', 'refused', 'sealed']);
    expect(JSON.stringify(items)).not.toContain('satisfaction');
    await store.forgetConfirmedBefore('2026-11-22T23:00:00.000Z');
    expect(await store.anonymousCounts()).toMatchObject({ kept: 1 });
    await store.forgetConfirmedBefore('2026-11-23T01:00:00.000Z');
    expect(await store.anonymousCounts()).toMatchObject({ sealed: 1, kept: 0, refused: 1 });
  });
}
