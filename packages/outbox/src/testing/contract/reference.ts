import { expect, test } from 'vitest';
import { autumnRound, liuxiStreet, taoyuanStreet } from '../people-and-doors.ts';
import { emptyPage } from '../reference-server.ts';
import { epoch, laterEpoch, now, reply, type ContractKit } from './kit.ts';

export function describeReference<Local>(kit: ContractKit<Local>): void {
  test('a page leaves its cursor for its street, and is left aside where it is of another epoch', async () => {
    const { store, reopen } = await kit.make();
    await store.settle(reply([]));
    await store.applyPull(taoyuanStreet, null, { ...emptyPage(epoch, now), cursor: '7' });
    await store.applyPull(liuxiStreet, null, { ...emptyPage(laterEpoch, now), cursor: '9' });
    const again = await reopen();
    expect([await again.cursor(taoyuanStreet), await again.cursor(liuxiStreet)]).toEqual(['7', null]);
  });

  test('a page is applied where the street stands as it was asked for, and nowhere else', async () => {
    const { store } = await kit.make();
    await store.settle(reply([]));
    const page = (cursor: string) => ({ ...emptyPage(epoch, now), cursor });
    await store.applyPull(taoyuanStreet, null, page('7'));
    // Two runs asked at once; the slower one's page is the older.
    await store.applyPull(taoyuanStreet, '7', page('9'));
    await store.applyPull(taoyuanStreet, '7', page('8'));
    await store.applyPull(taoyuanStreet, null, page('6'));
    expect(await store.cursor(taoyuanStreet)).toBe('9');
    await store.applyPull(taoyuanStreet, '9', page('10'));
    expect(await store.cursor(taoyuanStreet)).toBe('10');
  });

  test('versions named by pulled rounds are missing until they are put', async () => {
    const { store } = await kit.make();
    await store.settle(reply([]));
    const [questionnaireHash, visitFormHash] = ['a'.repeat(64), 'b'.repeat(64)];
    const round = {
      id: autumnRound,
      name: '秋季走访',
      purpose: 'coverage',
      state: 'open',
      startsOn: '2026-11-01',
      deadline: '2026-12-01',
      attemptsWanted: 3,
      windows: [],
      quiet: [],
      statement: '',
      materials: [],
      questionnaireHash,
      visitFormHash,
    } as const;
    await store.applyPull(taoyuanStreet, null, {
      ...emptyPage(epoch, now),
      rounds: [{ ...round, materials: [], windows: [], quiet: [] }],
    });
    expect((await store.missingVersions()).toSorted()).toEqual([questionnaireHash, visitFormHash]);
    await store.putVersion({ hash: visitFormHash, kind: 'visitForm', definition: {}, compiled: null });
    expect(await store.missingVersions()).toEqual([questionnaireHash]);
  });
}
