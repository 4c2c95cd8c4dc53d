/**
 * A round from its plan to its close, everything on the screens of those who do it: a building head plans three
 * stairwells on a phone without a network, two leaders say yes and walk, a resident chooses a time by the code on a
 * slip, both teams knock at one door without knowing of each other, and the office watches until nobody is left.
 */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { shortForm } from '@huhudao/questionnaire';
import { Tablet } from './field/tablet-in-hand.ts';
import { visitByTouch } from './field/tablet-visit.ts';
import { chooseTomorrow, leaveSlip } from './rounds/appointment.ts';
import { Monitor } from './rounds/monitor.ts';
import { acceptAll, openPlan, planOffline } from './rounds/planning.ts';
import * as recount from './rounds/recount.queries.ts';
import { quickly, syncNow, untilToldOfAnother } from './rounds/team-tablet.ts';
import { foundTown, stairwell, type Town } from './rounds/town.ts';
import { encountersOf, liuyin } from './story/script.ts';
import { setStage, type Stage } from './story/stage.ts';
import { signInOnScreen, untilInstalled } from './tablet.ts';

const running = new AsyncDisposableStack();
let stage: Stage;
let town: Town;

beforeAll(async () => {
  stage = await setStage(running);
  town = await foundTown(stage);
}, 240_000);

afterAll(() => running.disposeAsync());

async function switchOn(login: 'zu' | 'shi'): Promise<Tablet> {
  const tablet = await Tablet.switchOn(path.join(stage.disks, login), stage.origin);
  running.defer(() => tablet.switchOff());
  await signInOnScreen(tablet.page, town.credentials[login], `${login}的平板`);
  await untilInstalled(tablet.page);
  return tablet;
}

/** A household that answers all of it, on the tablet in its own hands. */
const answered = must(
  encountersOf(liuyin).find(
    (one) => one.kind === 'answered' && one.mode === 'confidential' && one.how === 'handedOver',
  ),
  'a household that answers',
);

/** The figures on the office's screen are those of the recount. */
async function expectEqual(monitor: Monitor): Promise<void> {
  const { sql } = stage;
  expect([await monitor.figures()]).toEqual(await recount.recountFigures(sql, town.roundId));
  const groups = await recount.recountGroups(sql, town.roundId);
  expect(await monitor.groups()).toEqual(
    Object.fromEntries(groups.map(({ group, count }) => [group, count])),
  );
}

test('a round is planned without a network, accepted, walked by two teams, and closed when nobody is left', async () => {
  const { browser, origin, sql } = stage;
  const { roundId, credentials } = town;
  const countPlans = () => recount.countPlans(sql, roundId);
  await planOffline(browser, origin, credentials.lou);
  expect(await countPlans()).toMatchObject([
    { team: '柳荫一组', stairwells: ['1单元'] },
    { team: '柳荫二组', stairwells: ['2单元', '3单元'] },
  ]);
  const zu = await switchOn('zu');
  const shi = await switchOn('shi');
  for (const { page } of [zu, shi]) await acceptAll(page);
  expect((await countPlans()).map(({ open }) => open)).toEqual([0, 0]);

  const monitor = await Monitor.open(browser, origin, credentials.xie, roundId);
  await expectEqual(monitor);

  // Nobody is home at one door: its resident chooses a time by the code on the slip, which the plan shows.
  const awaited = { stairwell: stairwell(1), room: '301' };
  await chooseTomorrow(browser, await leaveSlip(zu.page, awaited));
  await quickly(zu.page, 1, { 101: 'refusedHard', 201: 'unable' });
  await quickly(shi.page, 2, { 101: 'vacant', 201: 'refusedHard' });
  await quickly(shi.page, 3, { 101: 'notResidential', 201: 'unable', 301: 'refusedHard' });
  await monitor.untilShows('71%');
  await expectEqual(monitor);
  await syncNow(zu.page);
  await openPlan(zu.page);
  await zu.page.getByText(`约好 18:30–20:30 ${stairwell(1)}`).waitFor();

  // A stairwell goes to the other team while the first is without a network: both knock at one door.
  const contested = { stairwell: stairwell(2), room: '301' };
  await shi.goOffline();
  await monitor.giveStairwell(2, '柳荫一组');
  await syncNow(zu.page);
  await zu.page.getByRole('link', { name: contested.stairwell }).first().waitFor();
  await zu.goOffline();
  for (const { page } of [shi, zu]) await quickly(page, 2, { 301: 'refused' });
  await shi.goOnline();
  await syncNow(shi.page);
  await zu.goOnline();
  for (const tablet of [zu, shi]) await untilToldOfAnother(tablet.page, contested);
  expect(await recount.listVisits(sql, roundId, '2单元', '301')).toEqual([
    { login: 'shi', outcome: 'refused', parallel: false },
    { login: 'zu', outcome: 'refused', parallel: true },
  ]);
  // Both are kept, and count once: as one attempt, and as one refusal, after which one more may be made.
  expect(await monitor.door(2, '301')).toEqual(['拒访（可再访）', '1']);
  await expectEqual(monitor);

  await visitByTouch(zu.page, awaited, answered, shortForm);
  await monitor.untilShows('86%');
  await quickly(zu.page, 2, { 301: 'unable' });
  await monitor.untilShows('100%');
  await expectEqual(monitor);
  await monitor.close();
  await expectEqual(monitor);
  await monitor.leave();
});
