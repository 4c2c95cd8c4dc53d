import { Problem } from '@huhudao/protocol';
import { describe, expect, test } from 'vitest';
import { anonymousAnswers, door, visit } from './testing/people-and-doors.ts';
import { hour, minute, offeredIds, onPush, tabletUnderTest, visits } from './testing/tablet-under-test.ts';

type Tablet = Awaited<ReturnType<typeof tabletUnderTest>>;
type Sent = { endpoint: string; ids: string[]; at: number };

/** A tablet whose first visits fail the server in every run, with five anonymous responses behind them. */
async function poisonedTablet(poisons: number) {
  let poison: string[] = [];
  const sent: Sent[] = [];
  const tablet = await tabletUnderTest({
    network: (server) => ({
      ...onPush((body, pass) => {
        sent.push({ endpoint: 'push', ids: offeredIds(body), at: tablet.clock.now() });
        if (offeredIds(body).some((id) => poison.includes(id)))
          throw new Problem('internal', { reference: 'R1' });
        return pass(body);
      }).network?.(server),
      pushAnonymous: (body, signal) => {
        sent.push({ endpoint: 'pushAnonymous', ids: offeredIds(body), at: tablet.clock.now() });
        return server.pushAnonymous(body, signal);
      },
    }),
  });
  poison = await tablet.finish(visits(poisons));
  for (let index = 0; index < 5; index += 1)
    await tablet.finish([visit(door(10 + index))], anonymousAnswers());
  return { tablet, sent, poison, cure: () => (poison = []) };
}

/** Runs whenever the engine asks for it, for so long. */
async function runFor(tablet: Tablet, ms: number): Promise<void> {
  const end = tablet.clock.now() + ms;
  while (tablet.clock.now() < end) {
    const { nextInMs } = await tablet.engine.run();
    await tablet.clock.pass(Math.max(1000, nextInMs ?? 0));
  }
}

const anonymousStates = (tablet: Tablet) => [...tablet.disk.anonymous.values()].map(({ state }) => state);
const hours = (count: number) => count * hour;

describe('records that fail the server in every run', () => {
  test.each([1, 2, 5])('%i of them do not keep anonymous responses for ever', async (poisons) => {
    const { tablet } = await poisonedTablet(poisons);
    await runFor(tablet, hours(2));
    expect(anonymousStates(tablet)).toEqual(Array(5).fill('kept'));
    expect(tablet.inState('queued')).toHaveLength(poisons);
  });

  test('are a minute away from anonymous responses on both sides', async () => {
    const { tablet, sent } = await poisonedTablet(1);
    await runFor(tablet, hours(2));
    const at = sent.findIndex(({ endpoint }) => endpoint === 'pushAnonymous');
    const [before, turn, after] = sent.slice(at - 1, at + 2);
    expect(before?.endpoint).toBe('push');
    expect(after?.endpoint).toBe('push');
    expect((turn?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThanOrEqual(minute);
    expect((after?.at ?? 0) - (turn?.at ?? 0)).toBeGreaterThanOrEqual(minute);
  });

  test('are offered again after a turn at most, though the server fails on the anonymous responses as well', async () => {
    const { tablet, sent, cure } = await poisonedTablet(1);
    const { server } = tablet;
    server.pushAnonymous = () => Promise.reject(new Problem('internal', { reference: 'R2' }));
    await runFor(tablet, hours(2));
    cure();
    const before = tablet.clock.now();
    await runFor(tablet, hours(1));
    expect(tablet.inState('accepted')).toHaveLength(6);
    const next = sent.find(({ endpoint, at }) => endpoint === 'push' && at >= before);
    expect((next?.at ?? Infinity) - before).toBeLessThanOrEqual(11 * minute + 5 * minute);
  });

  test('go on being offered, and arrive once the server takes them', async () => {
    const { tablet, cure } = await poisonedTablet(2);
    await runFor(tablet, hours(2));
    cure();
    await runFor(tablet, hours(1));
    expect(tablet.inState('accepted')).toHaveLength(7);
  });
});
