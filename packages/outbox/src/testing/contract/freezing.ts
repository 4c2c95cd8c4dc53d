import { expect, test } from 'vitest';
import {
  anonymousAnswers,
  confidentialResponse,
  door,
  taoyuanStreet,
  visit,
  workOf,
} from '../people-and-doors.ts';
import { laterEpoch, now, error, reply, type ContractKit } from './kit.ts';

export function describeFreezing<Local>(kit: ContractKit<Local>): void {
  test('what was frozen is there after a restart, in order, with all it holds', async () => {
    const { store, reopen } = await kit.make();
    const entries = [visit(door(1)), confidentialResponse(door(1))];
    const frozen = await kit.freeze(store, workOf(entries, anonymousAnswers()));
    const again = await reopen();
    expect(frozen.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect((await again.list(['queued'])).map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    const [first] = await again.queued(taoyuanStreet, 0, 1);
    expect(first).toMatchObject({
      ...frozen[0],
      content: { form: 'readable', payload: entries[0]?.payload },
    });
    expect(await again.anonymousIn(['waiting'])).toMatchObject([{ response: anonymousAnswers() }]);
    expect((await again.marks()).remainderDueAt).toBe(new Date(now + 11.5 * 3_600_000).toISOString());
  });

  test('sequence numbers go on after a restart and never repeat', async () => {
    const { store, reopen } = await kit.make();
    await kit.freezeVisits(store, 3);
    const [next] = await kit.freeze(await reopen(), workOf([visit(door(9))]));
    expect(next?.sequence).toBeGreaterThan(3);
  });

  test('an id that is already there writes nothing of the whole work', async () => {
    const { store } = await kit.make();
    const entry = visit(door(1));
    await kit.freeze(store, workOf([entry]));
    await expect(kit.freeze(store, workOf([visit(door(2)), entry], anonymousAnswers()))).rejects.toThrow();
    expect(await store.counts()).toMatchObject({ queued: 1 });
    expect(await store.anonymousIn(['waiting'])).toEqual([]);
  });

  test('a correction names the refused record, which is then neither counted nor offered again', async () => {
    const { store } = await kit.make();
    const [refused = ''] = await kit.freezeVisits(store, 1);
    await expect(kit.freeze(store, { ...workOf([visit(door(1))]), corrects: refused })).rejects.toThrow();
    await store.settle(reply([{ id: refused, event: 'rejected', error }]));
    const [fresh] = await kit.freeze(store, { ...workOf([visit(door(1))]), corrects: refused });
    expect(await store.counts()).toMatchObject({ queued: 1, needsAttention: 0 });
    await store.settle(reply([], { epoch: laterEpoch }));
    await store.apply([{ id: refused, event: 'offeredAgain' }]);
    expect(await store.read(refused)).toMatchObject({ state: 'needsAttention', correctedBy: fresh?.id });
  });
}
