import { expect, test } from 'vitest';
import { failureOf } from './failures.ts';
import { httpSyncClient } from './http-client.ts';
import { taoyuanStreet } from './testing/people-and-doors.ts';
import { emptyPage } from './testing/reference-server.ts';

const epoch = '00000000-0000-4000-8000-0000000000aa';

function answering(response: () => Response) {
  const requests: { url: string; headers: Headers }[] = [];
  const client = httpSyncClient({
    origin: 'https://huhudao.test',
    headers: () => ({ Authorization: 'Device li' }),
    fetch: async (url, init) => {
      requests.push({ url, headers: new Headers(init.headers) });
      return response();
    },
  });
  return {
    requests,
    pull: (since: string | null) => client.pull(taoyuanStreet, since, new AbortController().signal),
  };
}

async function failureFor(response: Response) {
  const { pull } = answering(() => response);
  return pull(null).catch((thrown: unknown) => failureOf(thrown, false));
}

test('a pull names its street and cursor and carries the device’s credential', async () => {
  const { requests, pull } = answering(() => Response.json(emptyPage(epoch, 0)));
  await pull(null);
  await pull('7.abc');
  expect(requests.map(({ url }) => url)).toEqual([
    `https://huhudao.test/api/sync/pull?streetId=${taoyuanStreet}`,
    `https://huhudao.test/api/sync/pull?streetId=${taoyuanStreet}&since=7.abc`,
  ]);
  expect(requests[0]?.headers.get('Authorization')).toBe('Device li');
});

test('what the server asks to wait is honoured from its header, whoever answers', async () => {
  const problem = {
    type: 'urn:huhudao:problem:unavailable',
    title: '',
    status: 503,
    code: 'unavailable',
    details: {},
  };
  const headers = { 'Retry-After': '7' };
  const own = await failureFor(Response.json(problem, { status: 503, headers }));
  expect(own).toMatchObject({ kind: 'busy', retryAfterMs: 7000, error: { code: 'unavailable' } });
  const proxy = await failureFor(new Response('<html>', { status: 503, headers }));
  expect(proxy).toMatchObject({ kind: 'busy', retryAfterMs: 7000, error: { code: 'unexpectedResponse' } });
});

test('a wait given as a date is not trusted, and one of a year is cut to an hour', async () => {
  const date = { 'Retry-After': 'Fri, 20 Nov 2026 08:00:00 GMT' };
  expect(await failureFor(new Response('', { status: 503, headers: date }))).toMatchObject({
    retryAfterMs: null,
  });
  const year = { 'Retry-After': '31536000' };
  expect(await failureFor(new Response('', { status: 429, headers: year }))).toMatchObject({
    kind: 'busy',
    retryAfterMs: 3_600_000,
  });
});

test('a sign-in page with status 200 is no answer of the server', async () => {
  expect(await failureFor(new Response('<html>'))).toMatchObject({ kind: 'unrecognised' });
});

test('a proxy that finds the request too large is understood by its status', async () => {
  expect(await failureFor(new Response('', { status: 413 }))).toMatchObject({
    kind: 'tooLarge',
    error: { code: 'bodyTooLarge' },
  });
});
