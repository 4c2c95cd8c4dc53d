import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as breathe } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  addBot,
  deleteBot,
  extendRound,
  listBots,
  pauseBot,
  testBot,
  type BodyOf,
  type BotView,
} from '@huhudao/protocol';
import { quietlyInStreet } from '../http/transaction.ts';
import { giveToAssessor } from '../monitor/monitor.facts.queries.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import { wholeDatabase } from '../testing/whole-database.ts';
import { tellBots } from './bots.commands.ts';
import { holdOnlyIn } from './bots.facts.queries.ts';
import { deliverToBots } from './deliver.ts';

type Received = { path: string; body: { text: { content: string } } };

const secret = 'key-nobody-may-read-again';
const logged: string[] = [];
let chat: Server;
let host: string;
let received: Received[] = [];
/** What the chat answers: a status, and a body or where to go instead. */
let answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}', location: '' };
let api: TestApi;
let street: TestStreet;
let office: TestPerson, wang: TestPerson;
let roundId: string;
let rounds = 0;

beforeAll(async () => {
  chat = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ path: String(request.url), body: JSON.parse(body) as Received['body'] });
      response.writeHead(answer.status, { ...(answer.location === '' ? {} : { Location: answer.location }) });
      response.end(answer.body);
    });
  });
  await new Promise<void>((done) => chat.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(chat.address() as AddressInfo).port}`;
  const lines = new Writable({ write: (line: Buffer, _, done) => (logged.push(line.toString()), done()) });
  api = await startTestApi(undefined, lines);
  api.deps.env.BOT_HOSTS = [host];
  api.deps.env.SESSION_IDLE_MINUTES = 60 * 24 * 30;
  street = await buildTestStreet(api);
  office = street.people.office;
  wang = await api.person('wang', ['communityOffice', street.communities.liuyin]);
});
afterAll(async () => {
  chat.close();
  await api.stop();
});

beforeEach(async () => {
  api.clock.now = new Date('2026-11-10T02:00:00.000Z');
  for (const { id } of await list()) await office.call(deleteBot, { params: named(id) });
  [received, answer] = [[], { status: 200, body: '{"errcode":0,"errmsg":"ok"}', location: '' }];
  rounds += 1;
  roundId = await street.openRound(`第${rounds}轮`, 'coverage');
});

const named = (botId: string, areaId = street.streetId) => ({ areaId, botId });
const list = async (by = office, areaId = street.streetId): Promise<BotView[]> =>
  (await by.call(listBots, { params: { areaId } })).items;
const add = async (areaId = street.streetId, by = office, body: Partial<BodyOf<typeof addBot>> = {}) => {
  const whole: BodyOf<typeof addBot> = {
    name: '工作群',
    kind: 'weCom',
    url: `http://${host}/send?key=${secret}`,
    secret: null,
    events: ['deadlineExtended'],
    locale: 'zh-CN',
  };
  return (await by.call(addBot, { params: { areaId }, body: { ...whole, ...body } })).id;
};
const extend = (deadline = '2026-12-06') =>
  office.call(extendRound, {
    params: { areaId: street.streetId, roundId },
    body: { deadline, reason: '连日下雨' },
  });
const pass = (minutes: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + minutes * 60_000);
};
const only = async () => must((await list())[0], 'the bot');

describe('a group bot', () => {
  it('tells once what it was asked to tell: round and days, and no person', async () => {
    await add();
    await extend();
    await deliverToBots(api.deps);
    await deliverToBots(api.deps);
    expect(received.map(({ body }) => body)).toEqual([
      {
        msgtype: 'text',
        text: { content: `户户到：“第${rounds}轮”的截止日期从 2026-11-30 延到 2026-12-06。` },
      },
    ]);
    expect(await only()).toMatchObject({ waiting: 0, givenUp: 0, last: { result: 'delivered' } });
  });

  it('is told nothing it was not asked to tell, and nothing of other communities’ rounds', async () => {
    const { liuyin, nanqiao } = street.communities;
    await add(street.streetId, office, { events: ['roundClosed'] });
    await add(liuyin);
    await holdOnlyIn(api.sql, street.streetId, roundId, nanqiao);
    await extend();
    await deliverToBots(api.deps);
    expect(received).toEqual([]);
    await holdOnlyIn(api.sql, street.streetId, roundId, liuyin);
    await extend('2026-12-07');
    await deliverToBots(api.deps);
    expect(received).toHaveLength(1);
  });

  it('tries again later and later, and then gives up for the office to see', async () => {
    await add();
    await extend();
    answer = { ...answer, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' };
    for (const minutes of [0, 1, 5, 30, 120, 720]) {
      pass(minutes - 0.5);
      await deliverToBots(api.deps);
      pass(0.5);
      await deliverToBots(api.deps);
    }
    expect(received).toHaveLength(6);
    expect(await only()).toMatchObject({ waiting: 0, givenUp: 1, last: { result: 'refused' } });
    pass(10_000);
    await deliverToBots(api.deps);
    expect(received).toHaveLength(6);
  });

  it('follows no redirect, and sends to no host that is not allowed any more', async () => {
    const id = await add();
    answer = { status: 307, body: '', location: `http://${host}/elsewhere` };
    await extend();
    await deliverToBots(api.deps);
    expect(received.map(({ path }) => path)).toEqual([`/send?key=${secret}`]);
    api.deps.env.BOT_HOSTS = ['oapi.dingtalk.com'];
    pass(1);
    await deliverToBots(api.deps);
    api.deps.env.BOT_HOSTS = [host];
    expect(received).toHaveLength(1);
    expect(await only()).toMatchObject({ id, waiting: 1, last: { result: 'forbidden' } });
  });

  it('sends twenty messages a minute at most', async () => {
    await add();
    const facts = { from: '2026-11-30', to: '2026-12-06' };
    const told = { kind: 'deadlineExtended', roundId, teamIds: [], offices: true, facts } as const;
    await quietlyInStreet(api.deps, street.streetId, async (tx) => {
      for (let count = 0; count < 25; count += 1) await tellBots(tx, told);
    });
    await deliverToBots(api.deps);
    await deliverToBots(api.deps);
    expect(received).toHaveLength(20);
    pass(1.1);
    await deliverToBots(api.deps);
    expect(received).toHaveLength(25);
  });

  it('never hears of an assessor’s round before its release, even where a message waits already', async () => {
    await add();
    await extend();
    await giveToAssessor(api.sql, street.streetId, roundId, office.id);
    const told = { kind: 'deadlineExtended', roundId, teamIds: [], offices: true, facts: {} } as const;
    await quietlyInStreet(api.deps, street.streetId, (tx) => tellBots(tx, told));
    await deliverToBots(api.deps);
    expect(received).toEqual([]);
    expect(await only()).toMatchObject({ waiting: 1 });
  });

  it('can be paused, tested, and forgotten; what waits is forgotten with the pause', async () => {
    const id = await add();
    await extend();
    await office.call(pauseBot, { params: named(id), body: { paused: true } });
    await deliverToBots(api.deps);
    expect(received).toEqual([]);
    await office.call(pauseBot, { params: named(id), body: { paused: false } });
    await office.call(testBot, { params: named(id) });
    await office.call(testBot, { params: named(id) });
    await deliverToBots(api.deps);
    expect(received.map(({ body }) => body.text.content)).toEqual([
      '户户到：这个群已连接，之后会收到轮次的通知。',
    ]);
    await office.call(deleteBot, { params: named(id) });
    expect(await list()).toEqual([]);
  });

  it('belongs to its area: a community’s office neither sees nor touches the street’s', async () => {
    const [own, above] = [await add(street.communities.liuyin, wang), await add()];
    const { liuyin } = street.communities;
    expect((await list(wang, liuyin)).map(({ id }) => id)).toEqual([own]);
    const touched = wang.call(deleteBot, { params: named(above, liuyin) });
    await expect(touched).rejects.toMatchObject({ code: 'notFound' });
    await expect(add(street.streetId, wang)).rejects.toMatchObject({ code: 'notFound' });
    expect((await list()).map(({ id }) => id).toSorted()).toEqual([own, above].toSorted());
  });

  it('takes an address of an allowed host only', async () => {
    for (const url of ['https://example.org/send', `http://user@${host}/`, `ftp://${host}/`, '不是地址'])
      await expect(add(street.streetId, office, { url })).rejects.toMatchObject({
        code: 'botAddressRefused',
      });
  });

  it('keeps its address to itself: no answer, log line or other table has its secret', async () => {
    const signing = 'SEC-nobody-either';
    await add(street.streetId, office, { kind: 'dingTalk', secret: signing });
    await extend();
    answer = { ...answer, status: 500 };
    await deliverToBots(api.deps);
    await breathe();
    expect(must(received[0], 'a message').path).toMatch(/&timestamp=\d+&sign=[\w%]+$/);
    const { bot, ...others } = await wholeDatabase(api.sql);
    expect(JSON.stringify(bot)).toContain(secret);
    for (const said of [await list(), others, logged]) {
      expect(JSON.stringify(said)).not.toContain(secret);
      expect(JSON.stringify(said)).not.toContain(signing);
    }
    expect(logged.length).toBeGreaterThan(0);
  });
});
