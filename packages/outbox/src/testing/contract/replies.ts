import { expect, test } from 'vitest';
import type { RecordChange } from '../../record.ts';
import type { Settlement } from '../../storage.ts';
import { taoyuanStreet } from '../people-and-doors.ts';
import { emptyPage } from '../reference-server.ts';
import { epoch, laterEpoch, at, now, error, reply, type ContractKit } from './kit.ts';

export function describeReplies<Local>(kit: ContractKit<Local>): void {
  test('a reply leaves its epoch and times, and the time of confirmation only where it confirms', async () => {
    const { store, reopen } = await kit.make();
    const [id = ''] = await kit.freezeVisits(store, 1);
    expect(await store.settle(reply([{ id, event: 'deferred' }]))).toBe(false);
    expect(await store.marks()).toMatchObject({ epoch, lastContactAt: at, lastConfirmedAt: null });
    await store.settle(reply([{ id, event: 'acknowledged', at }]));
    await store.hold({ anonymousNotBefore: at, recordsNotBefore: at, anonymousPutOffSince: at });
    await store.hold({ photosNotBefore: at });
    await store.hold({ anonymousPutOffSince: null });
    const times = { lastContactAt: at, lastConfirmedAt: at };
    const holds = {
      anonymousNotBefore: at,
      recordsNotBefore: at,
      photosNotBefore: at,
      anonymousPutOffSince: null,
    };
    expect(await (await reopen()).marks()).toMatchObject({ epoch, ...times, ...holds });
  });

  test('what is said later of a confirmed record does not make it younger', async () => {
    const { store } = await kit.make();
    const [first = '', late = ''] = await kit.freezeVisits(store, 2);
    const later = '2026-11-29T08:00:00.000Z';
    await store.settle(reply([{ id: first, event: 'acknowledged', at }]));
    const [met, told] = await store.apply([
      { id: first, event: 'acknowledgedParallel', at: later },
      { id: late, event: 'acknowledgedParallel', at: later },
    ]);
    expect(met).toMatchObject({ state: 'parallel', confirmedAt: at });
    expect(told).toMatchObject({ state: 'parallel', confirmedAt: later });
  });

  test('another epoch queues again what was settled before, and not what the same reply settles', async () => {
    const { store } = await kit.make();
    const [confirmed = '', parallel = '', refused = '', thisOne = ''] = await kit.freezeVisits(store, 4);
    const [anonymousId = ''] = await kit.freezeAnonymous(store, 1);
    await store.applyAnonymous([{ id: anonymousId, event: 'sealed' }]);
    await store.settle(
      reply(
        [
          { id: confirmed, event: 'acknowledged', at },
          { id: parallel, event: 'acknowledgedParallel', at },
          { id: refused, event: 'rejected', error },
        ],
        { anonymous: [{ id: anonymousId, event: 'acknowledged', confirmedBy: '2026-11-22' }] },
      ),
    );
    await store.applyPull(taoyuanStreet, null, { ...emptyPage(epoch, now), cursor: '7' });
    const restored = reply([{ id: thisOne, event: 'acknowledged', at }], { epoch: laterEpoch });
    expect(await store.settle(restored)).toBe(true);
    expect(await store.counts()).toMatchObject({ queued: 3, accepted: 1, parallel: 0, needsAttention: 0 });
    expect(await store.anonymousCounts()).toMatchObject({ sealed: 1, kept: 0 });
    expect(await store.cursor(taoyuanStreet)).toBeNull();
    expect(await store.settle(restored)).toBe(false);
  });

  test('a refusal in the reply that brings another epoch settles nothing, and what it confirms is confirmed', async () => {
    const { store } = await kit.make();
    const [named = '', refused = '', taken = ''] = await kit.freezeVisits(store, 3);
    await store.settle(reply([{ id: named, event: 'acknowledged', at }]));
    const changes: RecordChange[] = [
      { id: refused, event: 'rejected', error },
      { id: taken, event: 'acknowledged', at },
    ];
    await store.apply(changes.map(({ id }) => ({ id, event: 'pick' })));
    await store.settle(reply(changes, { epoch: laterEpoch }));
    expect(await store.counts()).toMatchObject({ queued: 2, sending: 0, accepted: 1, needsAttention: 0 });
    await store.settle(reply([{ id: refused, event: 'rejected', error }], { epoch: laterEpoch }));
    expect(await store.counts()).toMatchObject({ queued: 1, needsAttention: 1 });
  });

  test('a reply that holds something impossible changes nothing at all', async () => {
    const { store } = await kit.make();
    const [id = ''] = await kit.freezeVisits(store, 1);
    const [waiting = ''] = await kit.freezeAnonymous(store, 1);
    const impossible: Settlement['anonymous'] = [{ id: waiting, event: 'deferred' }];
    await expect(
      store.settle(reply([{ id, event: 'acknowledged', at }], { anonymous: impossible })),
    ).rejects.toThrow('Impossible');
    expect(await store.counts()).toMatchObject({ queued: 1, accepted: 0 });
    expect(await store.marks()).toMatchObject({ epoch: null, lastContactAt: null });
  });
}
