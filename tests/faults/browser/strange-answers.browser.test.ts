/** Somebody answers, and it is not the office; or it is, and cannot just now. The tablet waits, says why, and sends later. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, Problem } from '@huhudao/protocol';
import type { StandIn } from '../tcp/faults.ts';
import { expectAllArrived } from './ending.ts';
import * as office from './office.queries.ts';
import { comeBack, goAway, openFaultStand, type FaultStand } from './stand.ts';
import { WorkerTablet } from './worker-tablet.ts';

const running = new AsyncDisposableStack();
let stand: FaultStand;
let tablet: WorkerTablet;

beforeAll(async () => {
  stand = await openFaultStand(running);
  tablet = await WorkerTablet.signIn(stand, stand.street.people.li);
  await tablet.begin('602');
});
afterAll(() => running.disposeAsync());

const page = (status: number, words: string): StandIn => {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  return () => ({ status, headers, body: `<!doctype html><title>${words}</title><h1>${words}</h1>` });
};

/** What the office's own program says, `Retry-After` with it. */
const problem = (one: Problem, seconds?: number): StandIn => {
  const headers = {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...(seconds === undefined ? {} : { 'Retry-After': String(seconds) }),
  };
  return () => ({ status: one.status, headers, body: JSON.stringify(documentOf(one, 'zh-CN')) });
};

const answers = [
  {
    name: 'a hotel’s page with status 200',
    room: '601',
    standIn: page(200, '欢迎使用无线网络'),
    reason: '可能是网络的登录页',
  },
  {
    name: 'a gateway whose server is away (502)',
    room: '502',
    standIn: page(502, 'Bad Gateway'),
    reason: '连不上办公室',
  },
  {
    name: 'a server that fails (500)',
    room: '501',
    standIn: problem(new Problem('internal', { reference: 'R1' })),
    reason: '服务器出错',
  },
  {
    name: 'a server without its database (503)',
    room: '402',
    standIn: problem(new Problem('unavailable'), 1),
    reason: '服务器忙',
  },
  {
    name: 'a server that is asked too often (429)',
    room: '401',
    standIn: problem(new Problem('tooManyRequests', { seconds: 1 }), 1),
    reason: '服务器忙',
  },
];

test.each(answers)('$name: nothing is taken for sent, and all is once it is over', async (answer) => {
  const { room, standIn, reason } = answer;
  const before = (await office.listVisits(stand.api.sql, stand.street.streetId)).length;
  goAway(stand);
  await tablet.answer(room, '实名，欢迎回访');
  await tablet.reopen();
  await tablet.untilUnsent(2);
  stand.line.faults = { standIn };
  stand.line.hangUp();
  await tablet.sync();
  await tablet.untilReason(reason);
  await tablet.untilUnsent(2);
  expect(await office.listVisits(stand.api.sql, stand.street.streetId)).toHaveLength(before);

  comeBack(stand);
  await tablet.sync();
  await expectAllArrived(stand, tablet);
});
