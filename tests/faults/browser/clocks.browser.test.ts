/** Clocks lie: nothing is refused for it, the office dates a visit by its own, and says that the time is in doubt. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listVisits } from '@huhudao/protocol';
import { dayOf } from '@huhudao/domain';
import { expectAllArrived } from './ending.ts';
import * as office from './office.queries.ts';
import { comeBack, goAway, openFaultStand, type FaultStand } from './stand.ts';
import { WorkerTablet } from './worker-tablet.ts';

const running = new AsyncDisposableStack();
let stand: FaultStand;

beforeAll(async () => {
  stand = await openFaultStand(running);
});
afterAll(() => running.disposeAsync());

const week = 7 * 86_400_000;
const minute = 60_000;

describe.each([
  { name: 'seven days ahead', room: '601', next: '602', off: week },
  { name: 'seven days behind', room: '501', next: '502', off: -week },
])('a tablet $name', ({ name, room, next, off }) => {
  test('keeps its visits until it can send them; they are dated by the office’s clock and marked', async () => {
    const { api, street } = stand;
    const tablet = await WorkerTablet.signIn(stand, street.people.li, {
      name,
      prepare: (context) => context.clock.install({ time: Date.now() + off }),
    });
    const shown = await tablet.page.evaluate(() => Date.now());
    expect(Math.abs(shown - Date.now() - off)).toBeLessThan(minute);
    goAway(stand);
    const from = Date.now();
    await tablet.answer(room, '保密');
    await tablet.nobodyHome(next);
    const until = Date.now();
    await tablet.reopen();
    await tablet.untilUnsent(3);
    comeBack(stand);
    await tablet.sync();
    await expectAllArrived(stand, tablet);

    const rows = (await office.listVisits(api.sql, street.streetId)).filter((row) =>
      [room, next].includes(row.room),
    );
    expect(rows.map((row) => row.room)).toEqual([room, next]);
    for (const row of rows) {
      // What the tablet showed is kept; when it was is that, put right by how far the tablet was off when it sent.
      expect(Math.abs(Date.parse(row.deviceTime) - until - off)).toBeLessThan(until - from + minute);
      expect(Date.parse(row.occurredAt)).toBe(Date.parse(row.deviceTime) + row.skewMs);
      // A request on its way for longer than a minute is given up.
      expect(Math.abs(row.skewMs + off)).toBeLessThan(minute);
      expect(row.visitedOn).toBe(dayOf(Date.parse(row.occurredAt)));
      expect(row.skewDoubtful).toBe(true);
    }
    const { items } = await street.people.office.call(listVisits, { params: { areaId: street.streetId } });
    const marked = items.filter(({ address }) => [room, next].some((one) => address.endsWith(one)));
    expect(marked.map(({ skewDoubtful }) => skewDoubtful)).toEqual([true, true]);
    await tablet.runOut();
  });
});

test('control: a tablet whose clock is right is not in doubt', async () => {
  const tablet = await WorkerTablet.signIn(stand, stand.street.people.li, { name: 'right' });
  await tablet.nobodyHome('102');
  await tablet.reopen();
  await tablet.untilAllSent();
  const [row] = (await office.listVisits(stand.api.sql, stand.street.streetId)).slice(-1);
  expect(row).toMatchObject({ room: '102', skewDoubtful: false });
});
