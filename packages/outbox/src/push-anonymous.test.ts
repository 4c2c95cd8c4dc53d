import { Problem, type MutationResult } from '@huhudao/protocol';
import { describe, expect, test } from 'vitest';
import { openJson, importPrivateKey } from './open.ts';
import { everythingReached } from './sync-status.ts';
import { anonymousAnswers, autumnRound, door, springRound, visit } from './testing/people-and-doors.ts';
import {
  fail,
  hour,
  minute,
  offeredIds,
  onPush,
  tabletUnderTest,
  type Setting,
} from './testing/tablet-under-test.ts';

type Tablet = Awaited<ReturnType<typeof tabletUnderTest>>;

async function finishAnonymous(tablet: Tablet, count: number, roundId = springRound): Promise<string[]> {
  for (let index = 0; index < count; index += 1)
    await tablet.finish([], anonymousAnswers(`answer ${index}`, roundId));
  const items = [...tablet.disk.anonymous.values()];
  return items.filter((item) => item.roundId === roundId).map(({ id }) => id);
}

const states = (tablet: Tablet) => [...tablet.disk.anonymous.values()].map(({ state }) => state);
const batches = (tablet: Tablet) =>
  tablet.requests.filter(({ endpoint }) => endpoint === 'pushAnonymous').map(({ body }) => offeredIds(body));
const boxes = (tablet: Tablet) =>
  tablet.requests.filter(({ endpoint }) => endpoint === 'pushSealed').map(({ body }) => offeredIds(body));

/** A server that answers the first batches so, and then as it should. */
function atFirst(...answers: ((ids: string[]) => MutationResult[] | never)[]): Setting {
  return {
    network: (server) => ({
      pushAnonymous: async (body, signal) => {
        const answer = answers.shift();
        const reply = await server.pushAnonymous(body, signal);
        return answer === undefined ? reply : { ...reply, results: answer(offeredIds(body)) };
      },
    }),
  };
}

describe('the moment', () => {
  test('anonymous responses never leave in the run that offers records, but some minutes later', async () => {
    const tablet = await tabletUnderTest();
    for (let index = 0; index < 5; index += 1) await tablet.finish([visit(door(index))], anonymousAnswers());
    const { nextInMs } = await tablet.engine.run();
    expect(tablet.asked()).toEqual(['push', 'pull']);
    expect(nextInMs).toBe(3 * minute);
    await tablet.clock.pass(3 * minute - 1);
    await tablet.engine.run();
    expect(batches(tablet)).toEqual([]);
    await tablet.clock.pass(1);
    await tablet.engine.run();
    expect(batches(tablet)).toHaveLength(1);
    expect(states(tablet)).toEqual(Array(5).fill('kept'));
  });

  test('a push just before the moment moves it a minute on; one well before it does not', async () => {
    const tablet = await tabletUnderTest();
    await finishAnonymous(tablet, 5);
    await tablet.finish([visit(door(1))]);
    await tablet.engine.run();
    await tablet.clock.pass(minute);
    await tablet.finish([visit(door(2))]);
    expect((await tablet.engine.run()).nextInMs).toBe(2 * minute);
    await tablet.clock.pass(2 * minute - 1);
    await tablet.finish([visit(door(3))]);
    expect((await tablet.engine.run()).nextInMs).toBe(minute);
  });

  test('a tablet whose clock is put right while its records are sent still sends them apart', async () => {
    const tablet = await tabletUnderTest(
      onPush((body, pass) => {
        tablet.clock.set(tablet.clock.now() + 3 * hour);
        return pass(body);
      }),
    );
    await finishAnonymous(tablet, 5);
    await tablet.finish([visit(door(1))]);
    await tablet.engine.run();
    expect(tablet.asked()).toEqual(['push', 'pull']);
  });

  test('records that did not get through hold anonymous responses back as well', async () => {
    const tablet = await tabletUnderTest({ network: () => ({ push: () => fail(new TypeError('reset')) }) });
    await finishAnonymous(tablet, 5);
    await tablet.finish([visit(door(1))]);
    await tablet.engine.run();
    expect(tablet.asked()).toEqual(['push']);
  });

  test('a clock that is set back by a week does not hold them for a week', async () => {
    const tablet = await tabletUnderTest();
    await finishAnonymous(tablet, 5);
    await tablet.finish([visit(door(1))]);
    await tablet.engine.run();
    tablet.clock.set(tablet.clock.now() - 7 * 24 * hour);
    await tablet.engine.run();
    expect(batches(tablet)).toHaveLength(1);
  });
});

describe('a batch', () => {
  test('holds responses of one round only, all of them, in parts of nearly equal size', async () => {
    const tablet = await tabletUnderTest();
    const spring = await finishAnonymous(tablet, 63);
    const autumn = await finishAnonymous(tablet, 5, autumnRound);
    await tablet.engine.run();
    const sizes = batches(tablet).map((ids) => ids.length);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([5, 31, 32]);
    const inSpring = batches(tablet).filter((ids) => ids.length > 5);
    expect(inSpring.flat().toSorted()).toEqual(spring.toSorted());
    expect(batches(tablet).flat().toSorted()).toEqual([...spring, ...autumn].toSorted());
  });

  test('goes in another order than its responses were given', async () => {
    const tablet = await tabletUnderTest();
    const given = await finishAnonymous(tablet, 30);
    await tablet.engine.run();
    expect(batches(tablet)[0]).not.toEqual(given);
  });

  test('whose reply was lost is sent again as the same whole, without newcomers', async () => {
    const tablet = await tabletUnderTest(atFirst(() => fail(new TypeError('reset'))));
    const first = await finishAnonymous(tablet, 5);
    await tablet.engine.run();
    await finishAnonymous(tablet, 3);
    await tablet.engine.run();
    expect(batches(tablet).map((ids) => ids.toSorted())).toEqual([first.toSorted(), first.toSorted()]);
    expect(states(tablet).toSorted()).toEqual([...Array(5).fill('kept'), ...Array(3).fill('waiting')]);
    expect(tablet.server.data().anonymous).toHaveLength(5);
  });

  test('of which the server puts one off stays whole until all of it is settled', async () => {
    const oneDeferred = (ids: string[]): MutationResult[] =>
      ids.map((id, index) => ({ id, result: index === 0 ? 'deferred' : 'accepted' }));
    const tablet = await tabletUnderTest(atFirst(oneDeferred));
    await finishAnonymous(tablet, 5);
    await tablet.engine.run();
    expect(states(tablet)).toEqual(Array(5).fill('batched'));
    await tablet.engine.run();
    expect(states(tablet)).toEqual(Array(5).fill('kept'));
  });

  test('too small or too large for the server goes as boxes', async () => {
    const problems = [
      new Problem('batchTooSmall', { limit: 9 }),
      new Problem('unexpectedResponse', { status: 413 }),
    ];
    for (const problem of problems) {
      const tablet = await tabletUnderTest(atFirst(() => fail(problem)));
      const given = await finishAnonymous(tablet, 6);
      await tablet.engine.run();
      await tablet.engine.run();
      expect(boxes(tablet).flat().toSorted()).toEqual(given.toSorted());
      expect(states(tablet)).toEqual(Array(6).fill('kept'));
    }
  });

  test('with a refused response keeps that one, unreadable, and asks for attention', async () => {
    const oneRefused = (ids: string[]): MutationResult[] =>
      ids.map((id, index) =>
        index === 0
          ? { id, result: 'rejected', code: 'answerHidden', details: {} }
          : { id, result: 'accepted' },
      );
    const tablet = await tabletUnderTest(atFirst(oneRefused));
    await finishAnonymous(tablet, 5);
    await tablet.engine.run();
    expect(await tablet.engine.status()).toMatchObject({ needsAttention: 1, anonymousUnsent: 0 });
    const refused = [...tablet.disk.anonymous.values()].find(({ state }) => state === 'refused');
    expect(refused).toMatchObject({ error: { code: 'answerHidden' } });
    expect(refused).not.toHaveProperty('response');
  });
});

describe('a remainder of fewer than five', () => {
  test('waits during the shift and leaves sealed at its end', async () => {
    const tablet = await tabletUnderTest();
    const given = await finishAnonymous(tablet, 4);
    await tablet.engine.run();
    expect(tablet.asked()).toEqual(['pull']);
    expect(everythingReached(await tablet.engine.status())).toBe(false);
    await tablet.engine.endShift();
    expect(boxes(tablet).flat().toSorted()).toEqual(given.toSorted());
    expect(everythingReached(await tablet.engine.status())).toBe(true);
    expect(
      tablet.server
        .data()
        .anonymous.map(({ id }) => id)
        .toSorted(),
    ).toEqual(given.toSorted());
  });

  test('whose shift ends with visits to send leaves in a later run, by itself', async () => {
    const tablet = await tabletUnderTest();
    await tablet.finish([visit(door(1))], anonymousAnswers());
    const { nextInMs } = await tablet.engine.endShift();
    expect(tablet.asked()).toEqual(['push', 'pull']);
    await tablet.clock.pass(nextInMs ?? 0);
    await tablet.engine.run();
    expect(boxes(tablet)).toHaveLength(1);
  });

  test('leaves sealed within twelve hours even if nobody ends the shift', async () => {
    const tablet = await tabletUnderTest();
    await finishAnonymous(tablet, 2);
    await tablet.clock.pass(11 * hour);
    await tablet.engine.run();
    expect(boxes(tablet)).toEqual([]);
    await tablet.clock.pass(hour);
    await tablet.engine.run();
    expect(boxes(tablet)).toHaveLength(1);
  });

  test('does not wait for a week where the clock was set back by one', async () => {
    const tablet = await tabletUnderTest();
    await finishAnonymous(tablet, 2);
    tablet.clock.set(tablet.clock.now() - 7 * 24 * hour);
    await tablet.engine.run();
    expect(boxes(tablet)).toHaveLength(1);
  });

  test('sent twice is the same box and has one effect', async () => {
    const sent: unknown[] = [];
    const tablet = await tabletUnderTest({
      network: (server) => ({
        pushSealed: async (body, signal) => {
          sent.push(body.sealed);
          const reply = await server.pushSealed(body, signal);
          return sent.length === 1 ? fail(new TypeError('reset')) : reply;
        },
      }),
    });
    await finishAnonymous(tablet, 1);
    await tablet.engine.endShift();
    await tablet.engine.run();
    expect(sent[1]).toEqual(sent[0]);
    expect(tablet.server.data().anonymous).toHaveLength(1);
    expect(states(tablet)).toEqual(['kept']);
  });
});

describe('what the server has confirmed', () => {
  test('is kept sealed, with no more of its time than the week, and a restored server gets it again', async () => {
    const tablet = await tabletUnderTest();
    const empty = tablet.server.backUp();
    const given = await finishAnonymous(tablet, 5);
    await tablet.engine.run();
    const [kept] = tablet.disk.anonymous.values();
    expect(kept).toMatchObject({ state: 'kept', confirmedBy: '2026-11-22' });
    expect(kept).not.toHaveProperty('response');
    const keys = await importPrivateKey(tablet.pair.privateKey);
    expect(await openJson(keys, kept?.box ?? '')).toMatchObject({
      id: kept?.id,
      answers: { satisfaction: 'answer 0' },
    });
    tablet.server.restore(empty);
    await tablet.engine.run();
    expect(
      tablet.server
        .data()
        .anonymous.map(({ id }) => id)
        .toSorted(),
    ).toEqual(given.toSorted());
    expect(states(tablet)).toEqual(Array(5).fill('kept'));
  });

  test('and a restored server still has is recognised by what is inside the box', async () => {
    const tablet = await tabletUnderTest();
    await finishAnonymous(tablet, 5);
    await tablet.engine.run();
    tablet.server.restore(tablet.server.backUp());
    await tablet.engine.run();
    expect(boxes(tablet)).toHaveLength(1);
    expect(tablet.server.data().anonymous).toHaveLength(5);
    expect(states(tablet)).toEqual(Array(5).fill('kept'));
  });
});
