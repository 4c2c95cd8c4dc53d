/** What a filling leaves behind when the program stops in the middle of it. */
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, readSetup, removeDemo, setUp, type Transport } from '@huhudao/protocol';
import { createApp } from '../app.ts';
import { addBuiltIns } from '../built-ins.ts';
import { makeSetupToken } from '../setup/setup-link.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { Demo } from './demo.ts';
import { signInOffice } from './demo-client.ts';
import { countPeople } from './demo.facts.queries.ts';
import { demoPassword } from './demo-people.ts';

let api: TestApi;
let transport: Transport;

beforeEach(async () => {
  api = await startTestApi();
  await addBuiltIns(api.deps);
  transport = { origin: '', fetch: api.fetch };
});
afterEach(() => api.stop());

/** A filling that stands still after so many requests, as that of a program that was stopped; `fail` ends it. */
async function fillAsFarAs(requests: number) {
  const stopped = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let made = 0;
  const demo = new Demo({
    createApp: (inner) => {
      const { app } = createApp(inner);
      return new Hono().all('*', async ({ req }) => {
        made += 1;
        if (made <= requests) return app.fetch(req.raw);
        stopped.resolve();
        await ended.promise;
        return new Response(null, { status: 500 });
      });
    },
    makeSetupToken,
    prepare: addBuiltIns,
    forget: () => {
      api.identities.forget();
      api.deps.areas.forget();
    },
  });
  const failed = demo.fillNow(api.deps).catch(() => {});
  await stopped.promise;
  const fail = async () => {
    ended.resolve();
    await failed;
  };
  return { demo, fail };
}

async function setUpRealDistrict(): Promise<void> {
  const token = (await makeSetupToken(api.deps, { demo: false })) ?? 'none';
  const body = { token, districtName: '云溪区', name: '林晓', login: 'linxiao', password: 'lake-and-willow' };
  await call(transport, setUp, { body });
}

/** The link that removing the demonstration shows in the terminal. */
async function linkAfterRemoval(): Promise<string> {
  const { app } = createApp(api.deps, [], () => 8080);
  const office = await signInOffice({ app, clock: api.clock, sealingKey: '' }, 'guanli', demoPassword);
  const lines: string[] = [];
  const shown = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  await office.call(removeDemo, {}).finally(() => shown.mockRestore());
  return lines.find((line) => line.includes('token=')) ?? 'none';
}

const people = async () => (await countPeople(api.sql))[0]?.count;

describe('a filling whose program was stopped', () => {
  it('never passes for a finished one, and is gone after the next start', async () => {
    await fillAsFarAs(6);
    expect(await people()).toBeGreaterThan(0);
    expect(await call(transport, readSetup, {})).toMatchObject({ state: 'fillingDemo' });
    await api.demo.removeUnfinished(api.deps);
    expect(await people()).toBe(0);
    expect(await call(transport, readSetup, {})).toEqual({ state: 'empty', demo: false, progress: 1 });
  });

  it('before there was anybody, takes nothing from the real district that is set up afterwards', async () => {
    const { fail } = await fillAsFarAs(0);
    await setUpRealDistrict();
    const session = await signInOffice(
      { app: api.app, clock: api.clock, sealingKey: '' },
      'linxiao',
      'lake-and-willow',
    );
    expect(await call(transport, readSetup, {})).toEqual({ state: 'ready', demo: false, progress: 1 });
    await expect(session.call(removeDemo, {})).rejects.toMatchObject({ code: 'notDemo' });
    await api.demo.removeUnfinished(api.deps);
    await fail();
    expect(await people()).toBe(1);
  });

  it('that fails late removes nothing of what was set up since', async () => {
    const { fail } = await fillAsFarAs(6);
    await api.demo.removeUnfinished(api.deps);
    await setUpRealDistrict();
    await fail();
    expect(await people()).toBe(1);
  });
});

describe('a filling under way', () => {
  it('cannot be removed, and removes itself when it fails', async () => {
    const { demo, fail } = await fillAsFarAs(6);
    const administrator = await signInOffice(
      { app: api.app, clock: api.clock, sealingKey: '' },
      'guanli',
      demoPassword,
    );
    await expect(administrator.call(removeDemo, {})).rejects.toMatchObject({ code: 'demoUnderWay' });
    await expect(demo.remove(api.deps)).rejects.toMatchObject({ code: 'demoUnderWay' });
    await fail();
    expect(await people()).toBe(0);
    expect(await call(transport, readSetup, {})).toMatchObject({ state: 'empty', demo: false });
  });

  it('is one, even if two are asked for at once', async () => {
    const { fail } = await fillAsFarAs(3);
    await expect(api.demo.fillNow(api.deps)).rejects.toMatchObject({ code: 'setupDone' });
    await fail();
  });
});

it('the new link shown after a demonstration was removed leads to the port the server listens on', async () => {
  await fillAsFarAs(6);
  await api.sql`update installation set demo_filled = true`;
  expect(await linkAfterRemoval()).toContain('http://localhost:8080/setup?token=');
});
