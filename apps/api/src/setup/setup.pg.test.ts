import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, readSetup, setUp, signIn, type Transport } from '@huhudao/protocol';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { showSetupLink } from './setup-link.ts';

let api: TestApi;
let transport: Transport;

beforeAll(async () => {
  api = await startTestApi();
  transport = { origin: '', fetch: api.fetch };
});
afterAll(() => api.stop());

const body = {
  districtName: '云溪区',
  name: '林晓',
  login: 'linxiao',
  password: 'lake-and-willow',
};

async function newLink(): Promise<string> {
  const lines: string[] = [];
  await showSetupLink(api.deps, 8787, (line) => lines.push(line));
  return /setup\?token=([\w-]{43})/.exec(lines.join('\n'))?.[1] ?? 'none';
}

describe('setting up', () => {
  it('needs the link of this start: not a guess, not the one of an earlier start', async () => {
    expect(await call(transport, readSetup, {})).toEqual({ state: 'empty', demo: false, progress: 1 });
    const guess = call(transport, setUp, { body: { ...body, token: 'guess' } });
    await expect(guess).rejects.toMatchObject({ code: 'setupLinkWrong' });
    const former = await newLink();
    await newLink();
    const late = call(transport, setUp, { body: { ...body, token: former } });
    await expect(late).rejects.toMatchObject({ code: 'setupLinkWrong' });
  });

  it('takes no weak password and no user name that cannot be read out, and the link stays good', async () => {
    const token = await newLink();
    const weak = call(transport, setUp, { body: { ...body, token, password: 'short' } });
    await expect(weak).rejects.toMatchObject({ code: 'passwordTooWeak' });
    const odd = call(transport, setUp, { body: { ...body, token, login: '<script>' } });
    await expect(odd).rejects.toMatchObject({ code: 'invalidRequest' });
    expect(await call(transport, readSetup, {})).toMatchObject({ state: 'empty' });
  });

  it('creates district and administrator once, even if the link is used twice at once, and signs in', async () => {
    const token = await newLink();
    const attempts = await Promise.allSettled(
      ['linxiao', 'somebody'].map((login) => call(transport, setUp, { body: { ...body, login, token } })),
    );
    const [accepted, ...more] = attempts.filter((one) => one.status === 'fulfilled');
    expect(more).toEqual([]);
    expect(accepted?.value).toMatchObject({
      name: '林晓',
      mustChangePassword: false,
      grants: [{ role: 'administrator', areaName: '云溪区', areaKind: 'district', streetId: null }],
    });
    expect(await api.sql`select kind, name from area`).toEqual([{ kind: 'district', name: '云溪区' }]);
    expect(await api.sql`select initials from person`).toEqual([{ initials: 'lx' }]);
  });

  it('is over once there is somebody', async () => {
    expect(await call(transport, readSetup, {})).toMatchObject({ state: 'ready' });
    expect(await newLink()).toBe('none');
    const again = call(transport, setUp, { body: { ...body, login: 'another', token: 'any' } });
    await expect(again).rejects.toMatchObject({ code: 'setupDone' });
    const [person] = await api.sql<{ login: string }[]>`select login from person`;
    const login = person?.login.toUpperCase() ?? '';
    await expect(
      call(transport, signIn, { body: { login, password: body.password } }),
    ).resolves.toMatchObject({
      name: '林晓',
    });
  });
});
