import { newRandomId } from '@huhudao/protocol';
import { describe, expect, test } from 'vitest';
import {
  confidentialResponse,
  door,
  formHash,
  taoyuanStreet,
  versionHash,
  visit,
} from './testing/people-and-doors.ts';
import { emptyPage } from './testing/reference-server.ts';
import { fail, onPush, tabletUnderTest, visits } from './testing/tablet-under-test.ts';

describe('pulling', () => {
  test('comes after the push, and not at all where the push did not get through', async () => {
    const tablet = await tabletUnderTest();
    await tablet.finish(visits(1));
    await tablet.engine.run();
    expect(tablet.asked()).toEqual(['push', 'pull']);
    const cut = await tabletUnderTest(onPush(() => fail(new TypeError('reset'))));
    await cut.finish(visits(1));
    await cut.engine.run();
    expect(cut.asked()).toEqual(['push']);
  });

  test('goes on from the cursor until it stands still, and fetches the versions rounds name', async () => {
    const tablet = await tabletUnderTest({
      network: () => ({
        pull: async (_street, since) => ({
          ...emptyPage(tablet.server.epoch(), 0),
          cursor: since === null ? '1' : '2',
          rounds: since === null ? [round] : [],
          revisits: since === '2' ? [] : [revisit],
        }),
      }),
    });
    await tablet.engine.run();
    expect(tablet.requests.map(({ body }) => body)).toEqual([
      { streetId: taoyuanStreet, since: null },
      { streetId: taoyuanStreet, since: '1' },
      { streetId: taoyuanStreet, since: '2' },
      { hash: versionHash },
      { hash: formHash },
    ]);
  });

  test('a restored server gets its work back before anything of it is pulled', async () => {
    const tablet = await tabletUnderTest();
    const empty = tablet.server.backUp();
    const ids = await tablet.finish([visit(door(1)), confidentialResponse(door(1))]);
    await tablet.engine.run();
    tablet.server.restore(empty);
    tablet.requests.length = 0;
    expect(await tablet.engine.run()).toMatchObject({ result: 'done' });
    expect(tablet.asked()).toEqual(['pull', 'push', 'pull']);
    expect(tablet.server.data().effects.map(({ id }) => id)).toEqual(ids);
    expect(tablet.disk.pages.map(({ epoch }) => epoch).at(-1)).toBe(tablet.server.epoch());
    expect(await tablet.engine.status()).toMatchObject({ unsent: 0, needsAttention: 0 });
  });

  test('tells of a visit that another team met later, and told again it changes nothing', async () => {
    const tablet = await tabletUnderTest();
    const [met = '', alone = ''] = await tablet.finish(visits(2));
    await tablet.engine.run();
    const confirmedAt = tablet.disk.records.get(met)?.confirmedAt;
    expect(tablet.disk.records.get(met)?.state).toBe('accepted');
    tablet.server.meet(met);
    tablet.clock.set(tablet.clock.now() + 60_000);
    await tablet.engine.run();
    await tablet.engine.run();
    expect(tablet.disk.records.get(met)).toMatchObject({ state: 'parallel', confirmedAt });
    expect(tablet.disk.records.get(alone)?.state).toBe('accepted');
  });

  test('of a visit that was recorded on another tablet changes nothing here', async () => {
    const tablet = await tabletUnderTest({
      network: () => ({
        pull: async () => ({ ...emptyPage(tablet.server.epoch(), 0), parallelVisits: [newRandomId()] }),
      }),
    });
    await tablet.engine.run();
    expect(tablet.disk.records.size).toBe(0);
    expect(tablet.disk.marks.lastConfirmedAt).toBeNull();
  });

  test('tells of it again where the restored server, offered the visit again, had it already', async () => {
    const tablet = await tabletUnderTest();
    const [met = ''] = await tablet.finish(visits(1));
    await tablet.engine.run();
    tablet.server.meet(met);
    tablet.server.restore(tablet.server.backUp());
    tablet.requests.length = 0;
    await tablet.engine.run();
    expect(tablet.asked()).toEqual(['pull', 'push', 'pull']);
    expect(tablet.disk.records.get(met)?.state).toBe('parallel');
    expect(await tablet.engine.status()).toMatchObject({ unsent: 0, needsAttention: 0 });
  });

  test('a server whose epoch never stands still is left alone for a while', async () => {
    const tablet = await tabletUnderTest({
      network: () => ({ pull: async () => emptyPage(newRandomId(), 0) }),
    });
    const { nextInMs } = await tablet.engine.run();
    expect(tablet.requests.length).toBeLessThan(6);
    expect(nextInMs).toBeGreaterThan(0);
  });
});

const round = {
  id: newRandomId(),
  name: '秋季走访',
  purpose: 'coverage' as const,
  state: 'open',
  startsOn: '2026-11-01',
  deadline: '2026-12-01',
  attemptsWanted: 3,
  windows: [],
  quiet: [],
  statement: '',
  materials: [],
  questionnaireHash: versionHash,
  visitFormHash: formHash,
};

const revisit = {
  id: newRandomId(),
  householdId: door(1),
  state: 'open' as const,
  dueOn: '2026-11-30',
  plannedOn: null,
  topics: [],
  promise: null,
  own: false,
  gone: false,
};
