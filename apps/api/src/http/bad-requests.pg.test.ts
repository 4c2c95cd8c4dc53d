import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArea, newId, pull, pushAnonymous, readSession, signOutDevice } from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { wholeDatabase } from '../testing/whole-database.ts';

let api: TestApi;
let district: string;
let guan: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  district = await api.area('district', '云溪区', null);
  guan = await api.person('guan', ['administrator', district], ['districtOffice', district]);
});
afterAll(() => api.stop());

const good = { login: 'zhang', name: '张建华', grants: [] };
const asJson = { 'Content-Type': 'application/json', 'X-Requested-With': 'huhudao' };

type Sent = { body?: RequestInit['body']; headers?: Record<string, string>; path?: string; method?: string };

/** Sends something as the administrator. */
async function send({
  body = JSON.stringify(good),
  headers = asJson,
  path = '/api/people',
  method = 'POST',
}: Sent) {
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers: { ...guan.transport.headers?.(), ...headers },
    ...(method === 'GET' ? {} : { body: body ?? null }),
    duplex: 'half',
  };
  const response = await api.app.request(`http://localhost${path}`, init);
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    problem: JSON.parse(text || '{}'),
  };
}

/** Everything there is: a bad request writes nothing at all, not even that it was made. */
const rows = (): Promise<unknown> => wholeDatabase(api.sql);

/** An array in an array in an array. */
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const manyGrants = Array.from({ length: 21 }, () => ({ role: 'worker', areaId: newId() }));

describe('a bad request', () => {
  it.each<[string, Sent, number, string]>([
    ['JSON that is cut off', { body: JSON.stringify(good).slice(0, -5) }, 400, 'malformedJson'],
    ['nothing at all', { body: '' }, 400, 'malformedJson'],
    ['bytes that are no text', { body: new Uint8Array([0xff, 0xfe, 0x00]) }, 400, 'malformedJson'],
    [
      'two megabytes',
      { body: JSON.stringify({ ...good, name: 'x'.repeat(2_000_000) }) },
      413,
      'bodyTooLarge',
    ],
    ['two megabytes that claim to be few', { body: endless(2_000_000) }, 413, 'bodyTooLarge'],
    [
      'a form',
      { headers: { ...asJson, 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'wrongContentType',
    ],
    ['no content type', { headers: { 'X-Requested-With': 'huhudao' } }, 415, 'wrongContentType'],
    ['an unknown key', { body: JSON.stringify({ ...good, admin: true }) }, 422, 'invalidRequest'],
    ['a number for a name', { body: JSON.stringify({ ...good, name: 7 }) }, 422, 'invalidRequest'],
    ['a missing key', { body: JSON.stringify({ login: 'zhang' }) }, 422, 'invalidRequest'],
    ['an empty name', { body: JSON.stringify({ ...good, name: '   ' }) }, 422, 'invalidRequest'],
    ['a NUL in a text', { body: JSON.stringify({ ...good, name: '张\u0000三' }) }, 422, 'invalidRequest'],
    [
      'an unknown role',
      { body: JSON.stringify({ ...good, grants: [{ role: 'king', areaId: newId() }] }) },
      422,
      'invalidRequest',
    ],
    [
      'too many of something',
      { body: JSON.stringify({ ...good, grants: manyGrants }) },
      422,
      'invalidRequest',
    ],
    [
      'an area that is not there',
      { body: JSON.stringify({ ...good, grants: [{ role: 'worker', areaId: newId() }] }) },
      404,
      'notFound',
    ],
    ['a list instead of an object', { body: '[]' }, 422, 'invalidRequest'],
    ['half a sign in a text', { body: JSON.stringify({ ...good, name: '\uD83D' }) }, 422, 'invalidRequest'],
    ['more levels than any form has', { body: deep(400_000) }, 422, 'invalidRequest'],
    [
      'levels hidden in a part that may hold anything',
      {
        path: '/api/questionnaires',
        body: `{"kind":"questionnaire","title":"问卷","definition":{"pages":${deep(400_000)}}}`,
      },
      422,
      'invalidRequest',
    ],
    [
      'an id that is none',
      { path: '/api/people/1;drop table person', method: 'PATCH', body: '{}' },
      404,
      'notFound',
    ],
    ['a query that does not fit', { path: '/api/people?limit=100000', method: 'GET' }, 422, 'invalidRequest'],
    ['an unknown query parameter', { path: '/api/people?password=1', method: 'GET' }, 422, 'invalidRequest'],
    ['another site’s form', { headers: { 'Content-Type': 'application/json' } }, 403, 'crossSite'],
    ['a method that is not there', { method: 'PUT' }, 404, 'notFound'],
  ])('with %s gets its own problem, and nothing is written', async (_name, sent, status, code) => {
    const before = await rows();
    const answer = await send(sent);
    expect(answer).toMatchObject({
      status,
      type: 'application/problem+json; charset=utf-8',
      problem: { type: `urn:huhudao:problem:${code}`, status, code },
    });
    expect(await rows()).toEqual(before);
  });

  it('is answered in the reader’s language, and never repeats what was sent', async () => {
    const secret = 'hunter2-and-more';
    const body = JSON.stringify({ ...good, grants: secret });
    const english = await send({ body, headers: { ...asJson, 'Accept-Language': 'en-GB' } });
    expect(english.problem.title).toContain('filled in');
    const chinese = await send({ body, headers: { ...asJson, 'Accept-Language': 'zh-CN' } });
    expect(chinese.problem.title).toContain('填写');
    expect(JSON.stringify([english, chinese])).not.toContain(secret);
    expect(english.problem.details.issues).toEqual([{ at: 'body.grants', code: 'invalid_type' }]);
  });

  it('of any shape is refused without a failure of ours and without writing anything', async () => {
    const before = await rows();
    const anything = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string(),
      fc.uint8Array(),
    );
    await fc.assert(
      fc.asyncProperty(
        anything,
        fc.constantFrom('/api/people', `/api/areas/${district}/areas`),
        async (sent, path) => {
          const { status } = await send({ body: sent as string, path });
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
    expect(await rows()).toEqual(before);
  });
});

describe('somebody who may no longer', () => {
  const hour = 3_600_000;
  const after = (milliseconds: number): Date =>
    new Date(Date.parse('2026-11-10T02:00:00.000Z') + milliseconds);
  const body = { kind: 'street' as const, name: '迟到街道' };

  it.each([
    ['for two idle hours', 2 * hour + 1],
    ['since yesterday', 30 * hour],
  ])(
    'write, whose session has been left %s, is asked to sign in, and nothing is written',
    async (_, past) => {
      const zhou = await api.person('zhou', ['administrator', district]);
      const before = await rows();
      api.clock.now = after(past);
      const late = zhou.call(createArea, { params: { areaId: district }, body });
      await expect(late).rejects.toMatchObject({ code: 'sessionExpired', status: 401 });
      api.clock.now = after(0);
      expect(await rows()).toEqual(before);
    },
  );

  it('use a tablet, whose credential has run out, is asked to sign in, and nothing is written', async () => {
    const street = await api.area('street', '云溪街道', district);
    const sun = await api.person('sun', ['worker', street]);
    const tablet = await api.tablet(sun);
    const before = await rows();
    api.clock.now = after(31 * 24 * hour);
    const late = tablet.call(pushAnonymous, { body: { streetId: street, responses: [] } });
    await expect(late).rejects.toMatchObject({ code: 'sessionExpired', status: 401 });
    api.clock.now = after(0);
    expect(await rows()).toEqual(before);
  });

  it('use a tablet, which was revoked, is told so whatever it asks, and nothing is written', async () => {
    const street = await api.area('street', '石桥街道', district);
    const tablet = await api.tablet(await api.person('li', ['worker', street]));
    await api.sql`update device set revoked_at = now() where id = ${tablet.deviceId}`;
    const before = await rows();
    // All at once: one that is refused before it is looked at would be an error of nobody's.
    const asked = await Promise.allSettled([
      tablet.call(pull, { query: { streetId: street } }),
      tablet.call(pushAnonymous, { body: { streetId: street, responses: [] } }),
      tablet.call(signOutDevice, {}),
    ]);
    const told = { status: 'rejected', reason: { code: 'deviceRevoked', status: 401 } };
    expect(asked).toMatchObject([told, told, told]);
    expect(await rows()).toEqual(before);
  });
});

describe('text', () => {
  it('with markup is kept as text and sent as data', async () => {
    const name = '<script>alert("云溪")</script>';
    await guan.call(createArea, { params: { areaId: district }, body: { kind: 'street', name } });
    const response = await api.app.request('http://localhost/api/areas', {
      headers: guan.transport.headers?.() ?? {},
    });
    expect(response.headers.get('Content-Type')).toContain('application/json');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    expect(((await response.json()) as { name: string }[]).map((area) => area.name)).toContain(name);
  });
});

describe('an answer', () => {
  it('about people is kept by no cache', async () => {
    const response = await api.app.request('http://localhost/api/people', {
      headers: guan.transport.headers?.() ?? {},
    });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    await expect(guan.call(readSession, {})).resolves.toMatchObject({ name: 'guan' });
  });
});

/** A body whose length nobody knows beforehand. */
function endless(bytes: number): ReadableStream {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      left -= 10_000;
      controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)));
    },
  });
}
