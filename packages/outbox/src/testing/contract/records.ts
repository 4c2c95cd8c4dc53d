import { newRandomId } from '@huhudao/protocol';
import { expect, test } from 'vitest';
import {
  confidentialResponse,
  door,
  liuxiStreet,
  taoyuanStreet,
  visit,
  workOf,
} from '../people-and-doors.ts';
import { at, now, error, reply, type ContractKit } from './kit.ts';

export function describeRecords<Local>(kit: ContractKit<Local>): void {
  test('queued records come by street, after a sequence number, oldest first, so many at most', async () => {
    const { store } = await kit.make();
    const ids = await kit.freezeVisits(store, 4);
    await kit.freeze(store, { ...workOf([visit(door(7))]), streetId: liuxiStreet });
    expect((await store.queued(taoyuanStreet, 1, 2)).map(({ id }) => id)).toEqual(ids.slice(1, 3));
    expect(await store.queued(liuxiStreet, 0, 9)).toHaveLength(1);
    expect((await store.streetsWithWork()).toSorted()).toEqual([taoyuanStreet, liuxiStreet].toSorted());
  });

  test('changes are applied to what is there now, and an unknown id is left out', async () => {
    const { store } = await kit.make();
    const [first = '', second = ''] = await kit.freezeVisits(store, 2);
    await store.settle(reply([{ id: second, event: 'acknowledged', at }]));
    const heads = await store.apply([
      { id: second, event: 'pick' },
      { id: newRandomId(), event: 'pick' },
      { id: first, event: 'pick' },
    ]);
    expect(heads.map(({ id, state, attempts }) => [id, state, attempts])).toEqual([
      [second, 'accepted', 0],
      [first, 'sending', 1],
    ]);
    expect(await store.counts()).toMatchObject({
      queued: 0,
      sending: 1,
      accepted: 1,
      oldestQueuedAt: null,
    });
  });

  test('a restart puts back what was on its way, and only that', async () => {
    const { store, reopen } = await kit.make();
    const [first = '', second = ''] = await kit.freezeVisits(store, 3);
    await store.apply([{ id: first, event: 'pick' }]);
    await store.apply([{ id: second, event: 'rejected', error }]);
    const again = await reopen();
    await again.restart();
    const counts = {
      queued: 2,
      sending: 0,
      needsAttention: 1,
      oldestQueuedAt: new Date(now).toISOString(),
    };
    expect(await again.counts()).toMatchObject(counts);
  });

  test('of a confirmed response only the sealed form is left; a visit stays readable', async () => {
    const { store } = await kit.make();
    const [first, second] = await kit.freeze(store, workOf([visit(door(1)), confidentialResponse(door(1))]));
    const ids = [first?.id ?? '', second?.id ?? ''];
    await store.settle(reply(ids.map((id) => ({ id, event: 'acknowledged', at }))));
    const contents = await Promise.all(ids.map((id) => store.read(id)));
    expect(contents.map((record) => record?.content.form)).toEqual(['readable', 'sealed']);
    expect(JSON.stringify(contents[1])).not.toContain('satisfaction');
  });

  test('only what was confirmed before the instant is forgotten', async () => {
    const { store } = await kit.make();
    const [old = '', recent = '', refused = ''] = await kit.freezeVisits(store, 4);
    await store.settle(reply([{ id: old, event: 'acknowledged', at: '2026-10-01T00:00:00.000Z' }]));
    await store.settle(reply([{ id: recent, event: 'acknowledged', at }]));
    await store.settle(reply([{ id: refused, event: 'rejected', error }]));
    await store.forgetConfirmedBefore('2026-10-20T08:00:00.000Z');
    expect(await store.read(old)).toBeUndefined();
    expect(await store.counts()).toMatchObject({ accepted: 1, needsAttention: 1, queued: 1 });
  });
}
