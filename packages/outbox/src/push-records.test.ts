import { Problem } from '@huhudao/protocol';
import { describe, expect, test } from 'vitest';
import { everythingReached } from './sync-status.ts';
import { amendment, anonymousAnswers, door, visit } from './testing/people-and-doors.ts';
import { fail, offeredIds, onPush, tabletUnderTest, visits } from './testing/tablet-under-test.ts';

describe('pushing', () => {
  test('sends the oldest records first, at most fifty at a time', async () => {
    const tablet = await tabletUnderTest();
    const ids = await tablet.finish(visits(120));
    expect(await tablet.engine.run()).toMatchObject({ result: 'done', failure: null });
    expect(tablet.pushes.map((body) => body.mutations.length)).toEqual([50, 50, 20]);
    expect(tablet.pushes.flatMap(offeredIds)).toEqual(ids);
    expect(tablet.inState('accepted')).toHaveLength(120);
  });

  test('keeps a push below one megabyte', async () => {
    const tablet = await tabletUnderTest();
    await tablet.finish(
      Array.from({ length: 40 }, (_, index) => visit(door(index), { note: '长'.repeat(19_000) })),
    );
    await tablet.engine.run();
    const sizes = tablet.pushes.map((body) => new TextEncoder().encode(JSON.stringify(body)).length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
    expect(tablet.inState('accepted')).toHaveLength(40);
  });

  test('has written down what it sends before the first byte leaves', async () => {
    const seen: (string | undefined)[] = [];
    const tablet = await tabletUnderTest(
      onPush((body, pass) => {
        seen.push(...offeredIds(body).map((id) => tablet.disk.records.get(id)?.state));
        return pass(body);
      }),
    );
    await tablet.finish(visits(2));
    await tablet.engine.run();
    expect(seen).toEqual(['sending', 'sending']);
  });

  test('tells the office how many records stay behind, and nothing of anonymous responses', async () => {
    const tablet = await tabletUnderTest();
    await tablet.finish(visits(60), anonymousAnswers());
    await tablet.engine.run();
    const told = tablet.pushes.map(({ unsent, oldestUnsentAt }) => ({ unsent, oldestUnsentAt }));
    expect(told).toEqual([
      { unsent: 10, oldestUnsentAt: '2026-11-20T01:00:00.000Z' },
      { unsent: 0, oldestUnsentAt: null },
    ]);
  });

  test('sends what was finished during the run in the same run', async () => {
    let late: string[] = [];
    const tablet = await tabletUnderTest(
      onPush(async (body, pass) => {
        if (late.length === 0) late = await tablet.finish([visit(door(9))]);
        return pass(body);
      }),
    );
    await tablet.finish(visits(1));
    await tablet.engine.run();
    expect(tablet.inState('accepted')).toHaveLength(2);
  });
});

describe('one bad record', () => {
  test('that makes the server fail does not hold up the others, and stays here', async () => {
    let poison = '';
    const tablet = await tabletUnderTest(
      onPush((body, pass) => {
        if (offeredIds(body).includes(poison)) throw new Problem('internal', { reference: 'R1' });
        return pass(body);
      }),
    );
    const ids = await tablet.finish(visits(30));
    poison = ids[7] ?? '';
    const end = await tablet.engine.run();
    expect(end).toMatchObject({ result: 'failed', failure: { kind: 'serverError' } });
    expect(tablet.inState('accepted')).toHaveLength(29);
    expect(tablet.disk.records.get(poison)).toMatchObject({
      state: 'queued',
      lastError: { code: 'internal' },
    });
  });

  test('keeps back what corrects it, until the server has it', async () => {
    let poison = '';
    const tablet = await tabletUnderTest(
      onPush((body, pass) => {
        if (offeredIds(body).includes(poison)) throw new Problem('internal', { reference: 'R1' });
        return pass(body);
      }),
    );
    const [first = '', second = ''] = await tablet.finish(visits(2));
    const [ofFirst = '', ofSecond = ''] = await tablet.finish([amendment(first), amendment(second)]);
    poison = first;
    await tablet.engine.run();
    expect(tablet.inState('queued').map(({ id }) => id)).toEqual([first, ofFirst]);
    expect(tablet.inState('accepted').map(({ id }) => id)).toEqual([second, ofSecond]);
    poison = '';
    await tablet.engine.run();
    expect(offeredIds(tablet.pushes.at(-1))).toEqual([first, ofFirst]);
    expect(tablet.inState('accepted')).toHaveLength(4);
  });

  test('that another tab is just sending keeps back what corrects it as well', async () => {
    let elsewhere = '';
    const tablet = await tabletUnderTest({
      ...onPush(async (body, pass) => {
        await tablet.storage.apply([{ id: elsewhere, event: 'pick' }]);
        return pass(body);
      }),
      policy: { recordsPerPush: 1 },
    });
    const [here = '', there = ''] = await tablet.finish(visits(2));
    const [correction = ''] = await tablet.finish([amendment(there)]);
    elsewhere = there;
    await tablet.engine.run();
    expect(tablet.pushes.flatMap(offeredIds)).toEqual([here]);
    expect(tablet.disk.records.get(correction)?.state).toBe('queued');
  });

  test('several of them in a row are passed by the next run', async () => {
    let poisons: string[] = [];
    const tablet = await tabletUnderTest(
      onPush((body, pass) => {
        if (offeredIds(body).some((id) => poisons.includes(id)))
          throw new Problem('internal', { reference: 'R1' });
        return pass(body);
      }),
    );
    poisons = (await tablet.finish(visits(9))).slice(0, 5);
    for (let runs = 0; runs < 3; runs += 1) await tablet.engine.run();
    expect(tablet.inState('accepted')).toHaveLength(4);
    expect(tablet.inState('queued')).toHaveLength(5);
  });

  test('that only fails while the server is ill is offered again in the next run, before anything is pulled', async () => {
    let ill = true;
    const tablet = await tabletUnderTest(
      onPush((body, pass) => {
        if (ill) throw new Problem('internal', { reference: 'R1' });
        return pass(body);
      }),
    );
    const first = await tablet.finish(visits(2));
    await tablet.engine.run();
    ill = false;
    const [later = ''] = await tablet.finish([visit(door(9))]);
    const before = tablet.asked().length;
    expect(await tablet.engine.run()).toMatchObject({ result: 'done', failure: null });
    expect(tablet.inState('accepted')).toHaveLength(3);
    expect(tablet.pushes.flatMap(offeredIds).slice(-3)).toEqual([later, ...first]);
    const asked = tablet.asked().slice(before);
    expect(asked.lastIndexOf('push')).toBeLessThan(asked.indexOf('pull'));
  });

  test('and what waited for it goes in the same run as well', async () => {
    let ill = true;
    const tablet = await tabletUnderTest(
      onPush((body, pass) => {
        if (ill) throw new Problem('internal', { reference: 'R1' });
        return pass(body);
      }),
    );
    const [first = ''] = await tablet.finish(visits(2));
    await tablet.engine.run();
    await tablet.finish([amendment(first)]);
    ill = false;
    expect(await tablet.engine.run()).toMatchObject({ result: 'done', failure: null });
    expect(tablet.inState('accepted')).toHaveLength(3);
  });

  test('in a pair that fails again does not hold up what is to be pulled', async () => {
    const tablet = await tabletUnderTest(onPush(() => fail(new Problem('internal', { reference: 'R1' }))));
    await tablet.finish(visits(2));
    await tablet.engine.run();
    expect(tablet.asked()).not.toContain('pull');
    expect(await tablet.engine.run()).toMatchObject({ failure: { kind: 'serverError' } });
    expect(tablet.asked()).toContain('pull');
    expect(tablet.inState('queued')).toHaveLength(2);
  });

  test('too large for the server waits under needs attention, and the others go', async () => {
    let large = '';
    const tablet = await tabletUnderTest(
      onPush((body, pass) => {
        if (offeredIds(body).includes(large)) throw new Problem('unexpectedResponse', { status: 413 });
        return pass(body);
      }),
    );
    const ids = await tablet.finish(visits(10));
    large = ids[3] ?? '';
    expect(await tablet.engine.run()).toMatchObject({ result: 'done' });
    expect(tablet.inState('accepted')).toHaveLength(9);
    expect(tablet.disk.records.get(large)).toMatchObject({
      state: 'needsAttention',
      lastError: { code: 'bodyTooLarge' },
    });
  });

  test('the server refuses is kept with the reason, and counts as neither sent nor unsent', async () => {
    const tablet = await tabletUnderTest();
    const [good = '', refused = ''] = await tablet.finish(visits(2));
    tablet.verdicts.set(refused, 'reject');
    await tablet.engine.run();
    const status = await tablet.engine.status();
    expect(status).toMatchObject({ unsent: 0, sending: 0, needsAttention: 1, problem: null });
    expect(everythingReached(status)).toBe(false);
    expect(await tablet.storage.read(refused)).toMatchObject({ lastError: { code: 'roundNotOpen' } });
    expect((await tablet.storage.read(good))?.state).toBe('accepted');
  });
});
