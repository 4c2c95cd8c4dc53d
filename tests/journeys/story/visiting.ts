/** The first round is planned and visited, without a network, and brought home over lost replies. */
import path from 'node:path';
import { expect } from 'vitest';
import { must } from '@huhudao/domain';
import { pushResponse } from '@huhudao/protocol';
import { shortForm } from '@huhudao/questionnaire';
import { planStairwell } from '../field/building-head.ts';
import { attemptsOf, sendEverything, workByCode, workByTouch, type Attempt } from '../field/field-day.ts';
import { FieldTablet } from '../field/field-tablet.ts';
import { Tablet } from '../field/tablet-in-hand.ts';
import { countVisits } from '../recount/ledger.queries.ts';
import type { Ledger } from '../recount/ledger.ts';
import { signInOnScreen, untilInstalled } from '../tablet.ts';
import { encountersOf, liuyin, qingshi } from './script.ts';
import type { Stage } from './stage.ts';
import type { Street } from './street.ts';

/** Wang's tablet is in a hand; those of the two leaders, Zu and Shi, have no screen. */
export type Tablets = { wang: Tablet; zu: FieldTablet; shi: FieldTablet };

/** The building head plans an evening; the team's tablet shows it, and all three take everything along. */
export async function takeAlong({ browser, origin, disks }: Stage, street: Street): Promise<Tablets> {
  const stairwell = await planStairwell(browser, origin, street.credentials('loudaoping'), '柳荫一组');
  const wang = await Tablet.switchOn(path.join(disks, 'wang'), origin);
  await signInOnScreen(wang.page, street.credentials('wanggefei'), '柳荫社区 1号平板');
  expect(await wang.readCard(stairwell)).toContain('今天 18:30–20:30 柳荫一组');
  await untilInstalled(wang.page);
  const zu = await FieldTablet.signIn(origin, street.credentials('zuchanghe'), '柳荫社区 2号平板');
  const shi = await FieldTablet.signIn(origin, street.credentials('shiqing'), '青石社区 1号平板');
  for (const tablet of [zu, shi]) expect(await tablet.sync()).toMatchObject({ result: 'done' });
  await wang.goOffline();
  return { wang, zu, shi };
}

/** How many of Liuyin's doors are worked by touch. */
const byTouch = 12;

/** All 160 doors, nothing of which leaves the tablets; what is done there is written into the ledger. */
export async function visitEveryDoor(
  { wang, zu, shi }: Tablets,
  roundId: string,
  ledger: Ledger,
): Promise<Record<'liuyin' | 'qingshi', Attempt[]>> {
  const attempts = {
    liuyin: attemptsOf(roundId, await zu.doors(roundId), encountersOf(liuyin)),
    qingshi: attemptsOf(roundId, await shi.doors(roundId), encountersOf(qingshi)),
  };
  expect([attempts.liuyin.length, attempts.qingshi.length]).toEqual([80, 80]);
  await workByTouch(wang, attempts.liuyin.slice(0, byTouch), shortForm, ledger);
  await workByCode(zu, attempts.liuyin.slice(byTouch), ledger);
  await workByCode(shi, attempts.qingshi, ledger);
  // Somebody rings once more where the questionnaire was answered before: that takes nothing back.
  const again = must(attempts.qingshi[0], 'a door that was answered');
  await workByCode(shi, [{ ...again, encounter: { kind: 'unanswered', outcome: 'notHome' } }], ledger);
  return attempts;
}

/** Twice the server commits what a tablet sends, and is dead before it can say so. The tablets do not believe it. */
export async function sendOverLostReplies({ product, proxy, sql }: Stage, tablets: Tablets): Promise<void> {
  const { wang, zu, shi } = tablets;
  const unheard = proxy.loseNextReply('/api/sync/push', () => product.kill());
  await wang.goOnline();
  await expectCommitted(sql, await unheard);
  await wang.page.getByText('还没有确认过').waitFor();
  // Its next try must not take the loss that is meant for Zu's tablet.
  await wang.goOffline();
  await product.start();
  const unheardToo = proxy.loseNextReply('/api/sync/push', () => product.kill());
  expect(await zu.sync()).toMatchObject({ result: 'failed', failure: { kind: 'noAnswer' } });
  await expectCommitted(sql, await unheardToo);
  await product.start();
  for (const tablet of [zu, shi]) await sendEverything(tablet);
  await wang.goOnline();
  await wang.endShift();
  await wang.switchOff();
}

/** Everything in this reply, which nobody got, was accepted, and its visits are in the database. */
async function expectCommitted(sql: Stage['sql'], reply: string): Promise<void> {
  const { results } = pushResponse.parse(JSON.parse(reply));
  expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['accepted']));
  const [committed] = await countVisits(
    sql,
    results.map(({ id }) => id),
  );
  expect(committed?.count).toBeGreaterThan(0);
}
