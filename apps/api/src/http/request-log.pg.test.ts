import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@huhudao/protocol';
import { createApp } from '../app.ts';
import { repeat } from '../system/repeat.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

it('the log names routes, never who or what was looked for, sent or signed in with', async () => {
  const district = await api.area('district', '云溪区', null);
  const guan = await api.person('guan', ['administrator', district]);
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const { app } = createApp({ ...api.deps, log });
  const headers = {
    ...guan.transport.headers?.(),
    'X-Requested-With': 'huhudao',
    'Content-Type': 'application/json',
  };
  const ask = (path: string, init: RequestInit = {}) =>
    app.request(`http://localhost${path}`, { headers, ...init });
  await ask(`/api/people?search=${encodeURIComponent('张建华')}`);
  await ask(`/api/areas/${district}/audit?action=secret-action`);
  await ask('/api/session', {
    method: 'POST',
    body: JSON.stringify({ login: 'lisi', password: 'hunter2hunter2' }),
  });
  await ask('/api/people', {
    method: 'POST',
    body: JSON.stringify({ login: 'wangwu', name: '王五', phone: '13800000000', grants: [] }),
  });
  // What nobody foresaw is told by a reference; the row that caused it stays out of the log.
  await api.sql`alter table person add constraint no_zhao check (name <> '赵六')`;
  const failed = await ask('/api/people', {
    method: 'POST',
    body: JSON.stringify({ login: 'zhaoliu', name: '赵六', grants: [] }),
  });
  const { details } = (await failed.json()) as { details: { reference: string } };
  const written = lines.join('');
  expect(written).toContain('"route":"/api/people"');
  expect(written).toContain(details.reference);
  const token = guan.transport.headers?.()['Cookie']?.split('=')[1] ?? 'none';
  const personal = [
    '张建华',
    encodeURIComponent('张建华'),
    'secret-action',
    'lisi',
    'hunter2',
    'wangwu',
    '王五',
    '13800000000',
    '赵六',
    'zhaoliu',
    guan.login,
    token,
  ];
  expect(personal.filter((text) => written.includes(text))).toEqual([]);
});

it('work that comes again and again logs what failed and where, never the row it failed at', async () => {
  const lines: string[] = [];
  const logged = Promise.withResolvers<void>();
  const write = (line: string): void => {
    lines.push(line);
    logged.resolve();
  };
  const work = () => api.sql`insert into area (id, kind, name) values (${newId()}, 'nowhere', '钱七')`;
  const stop = repeat(0.001, work, pino({}, { write }));
  await logged.promise;
  await stop();
  expect(lines[0]).toMatch(/"code":"23\d{3}"/);
  expect(lines[0]).toContain('request-log.pg.test.ts');
  expect(lines.join('')).not.toContain('钱七');
});
