import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  call,
  changePassword,
  newId,
  Problem,
  pull,
  readSession,
  signIn,
  signInDevice,
  signOut,
  signOutDevice,
  type Transport,
} from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';

let api: TestApi;
let street: string, liuyin: string;

const password = 'lake-and-willow';
const wrong = 'not the password';

beforeAll(async () => {
  api = await startTestApi();
  const district = await api.area('district', '云溪区', null);
  street = await api.area('street', '云溪街道', district);
  liuyin = await api.area('community', '柳荫社区', street);
});
afterAll(() => api.stop());

/** A browser: keeps the cookie it is given. */
function browser(origin = 'http://localhost') {
  let cookie = '';
  const headers: string[] = [];
  const transport: Transport = {
    origin,
    fetch: async (input, init) => {
      const response = await api.app.request(input, {
        ...init,
        headers: { ...init.headers, Cookie: cookie },
      });
      for (const given of response.headers.getSetCookie()) {
        headers.push(given);
        cookie = given.split(';')[0] ?? '';
      }
      return response;
    },
  };
  return { transport, headers, cookie: () => cookie, use: (value: string) => (cookie = value) };
}

async function somebody(name: string, role: 'streetOffice' | 'worker' = 'streetOffice'): Promise<TestPerson> {
  const person = await api.person(name, [role, role === 'worker' ? liuyin : street]);
  await api.givePassword(person, password);
  return person;
}

const code = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

const trySignIn = (login: string, tried: string) =>
  code(call(browser().transport, signIn, { body: { login, password: tried } }));

describe('signing in', () => {
  it('gives a cookie no script can read and no other site can send', async () => {
    const zhang = await somebody('zhang');
    const plain = browser();
    const session = await call(plain.transport, signIn, { body: { login: zhang.login, password } });
    expect(session).toMatchObject({
      name: 'zhang',
      mustChangePassword: false,
      grants: [{ role: 'streetOffice', areaName: '云溪街道', areaKind: 'street', streetId: street }],
    });
    expect(plain.headers[0]).toMatch(/^huhudao_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const secure = browser('https://localhost');
    await call(secure.transport, signIn, { body: { login: zhang.login, password } });
    expect(secure.headers[0]).toMatch(
      /^__Host-huhudao_session=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    await expect(call(secure.transport, readSession, {})).resolves.toMatchObject({ personId: zhang.id });
  });

  it('makes a new token each time and ends the session the browser had before', async () => {
    const li = await somebody('li');
    const office = browser();
    await call(office.transport, signIn, { body: { login: li.login, password } });
    const first = office.cookie();
    await call(office.transport, signIn, { body: { login: li.login, password } });
    expect(office.cookie()).not.toBe(first);
    office.use(first);
    expect(await code(call(office.transport, readSession, {}))).toBe('sessionExpired');
  });

  it('tells a wrong password and an unknown user name alike', async () => {
    const wang = await somebody('wang');
    expect(await trySignIn(wang.login, wrong)).toBe('signInFailed');
    expect(await trySignIn('nobody-at-all', wrong)).toBe('signInFailed');
  });

  /** The least processor time of some tries, in microseconds: unlike a clock it does not see what else a machine does. */
  async function workOf(logins: readonly string[], answered: string): Promise<number> {
    const spent: number[] = [];
    for (const login of logins) {
      const before = process.cpuUsage();
      expect(await trySignIn(login, wrong)).toBe(answered);
      const { user, system } = process.cpuUsage(before);
      spent.push(user + system);
    }
    return Math.min(...spent);
  }

  it('does the same work for an unknown user name as for a wrong password', async () => {
    const chen = await somebody('chen');
    const known = await workOf(Array<string>(4).fill(chen.login), 'signInFailed');
    const unknown = await workOf(['nobody-1', 'nobody-2', 'nobody-3', 'nobody-4'], 'signInFailed');
    // Without the work done for nothing an unknown name costs a tenth.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('does the same work for a locked account as for a locked name that nobody has', async () => {
    const xu = await somebody('xu');
    const lockedWork = async (login: string): Promise<number> => {
      for (let tried = 0; tried < 5; tried += 1) await trySignIn(login, wrong);
      return workOf(Array<string>(12).fill(login), 'signInLocked');
    };
    const [account, nobody] = [await lockedWork(xu.login), await lockedWork('nobody-locked')];
    expect(account).toBeGreaterThan(nobody / 3);
    expect(nobody).toBeGreaterThan(account / 3);
  });

  it('locks after five wrong passwords for fifteen minutes, even if they come all at once, and whoever the name is', async () => {
    const zhao = await somebody('zhao');
    const guesses = await Promise.all(Array.from({ length: 12 }, () => trySignIn(zhao.login, wrong)));
    expect(guesses.filter((one) => one === 'signInFailed')).toHaveLength(4);
    expect(guesses.filter((one) => one === 'signInLocked')).toHaveLength(8);
    expect(await trySignIn(zhao.login, password)).toBe('signInLocked');
    const stranger = await Promise.all(Array.from({ length: 12 }, () => trySignIn('a-stranger', wrong)));
    expect(stranger.toSorted()).toEqual(guesses.toSorted());
    const before = api.clock.now;
    api.clock.now = new Date(before.getTime() + 15 * 60_000 + 1);
    expect(await trySignIn(zhao.login, password)).toBe('accepted');
    api.clock.now = before;
  });

  it('forgets earlier mistakes once the password was right', async () => {
    const sun = await somebody('sun');
    for (let round = 0; round < 2; round += 1) {
      for (let guess = 0; guess < 4; guess += 1) await trySignIn(sun.login, wrong);
      expect(await trySignIn(sun.login, password)).toBe('accepted');
    }
  });
});

describe('a session', () => {
  it('ends when its person signs out', async () => {
    const qian = await somebody('qian');
    const office = browser();
    await call(office.transport, signIn, { body: { login: qian.login, password } });
    const cookie = office.cookie();
    await call(office.transport, signOut, {});
    office.use(cookie);
    expect(await code(call(office.transport, readSession, {}))).toBe('sessionExpired');
  });

  it.each([
    ['120 idle minutes', 121, 1],
    ['12 hours in any case', 119, 7],
  ])('ends after %s', async (_limit, minutes, times) => {
    const zhou = await somebody('zhou');
    const office = browser();
    await call(office.transport, signIn, { body: { login: zhou.login, password } });
    const before = api.clock.now;
    const reads: string[] = [];
    for (let time = 1; time <= times; time += 1) {
      api.clock.now = new Date(before.getTime() + time * minutes * 60_000);
      reads.push(await code(call(office.transport, readSession, {})));
    }
    api.clock.now = before;
    expect(reads).toEqual([...Array.from({ length: times - 1 }, () => 'accepted'), 'sessionExpired']);
  });

  it('cannot be used by another site, nor without being signed in', async () => {
    const wu = await somebody('wu');
    const office = browser();
    await call(office.transport, signIn, { body: { login: wu.login, password } });
    const forged = await api.app.request('http://localhost/api/session', {
      method: 'DELETE',
      headers: { Cookie: office.cookie(), 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(await forged.json()).toMatchObject({ code: 'crossSite', status: 403 });
    await expect(call(office.transport, readSession, {})).resolves.toMatchObject({ personId: wu.id });
    expect(await code(call(browser().transport, readSession, {}))).toBe('notSignedIn');
  });
});

describe('changing one’s password', () => {
  it('ends every other session and tablet sign-in, and keeps one’s own', async () => {
    const zheng = await somebody('zheng', 'worker');
    const [here, elsewhere] = [browser(), browser()];
    for (const one of [here, elsewhere])
      await call(one.transport, signIn, { body: { login: zheng.login, password } });
    const tablet = await api.tablet(zheng);
    await call(here.transport, changePassword, { body: { current: password, next: 'another long one' } });
    await expect(call(here.transport, readSession, {})).resolves.toMatchObject({ personId: zheng.id });
    expect(await code(call(elsewhere.transport, readSession, {}))).toBe('sessionExpired');
    expect(await code(tablet.call(signOutDevice, {}))).toBe('sessionExpired');
    expect(await trySignIn(zheng.login, password)).toBe('signInFailed');
    expect(await trySignIn(zheng.login, 'another long one')).toBe('accepted');
  });

  it('takes no short password, none that is the user name or the old one, and none without the current one', async () => {
    const feng = await api.person('feng-the-longest-name', ['streetOffice', street]);
    await api.givePassword(feng, password);
    for (const next of ['123456789', '一二三四五六七八九', feng.login, feng.login.toUpperCase(), password])
      expect(await code(feng.call(changePassword, { body: { current: password, next } }))).toBe(
        'passwordTooWeak',
      );
    const guess = { current: wrong, next: 'another long one' };
    expect(await code(feng.call(changePassword, { body: guess }))).toBe('signInFailed');
  });
});

describe('a tablet', () => {
  const signInOn = (person: TestPerson, deviceId: string) =>
    call(browser().transport, signInDevice, {
      body: { login: person.login, password, deviceId, deviceName: '平板 1' },
    });

  it('gets a credential, the key to seal to and the installation’s epoch', async () => {
    const han = await somebody('han', 'worker');
    const deviceId = newId();
    const given = await signInOn(han, deviceId);
    expect(given.person).toMatchObject({ personId: han.id });
    expect(given.sealingKey).toBe(api.deps.keys.sealing.publicKey);
    expect(Date.parse(given.expiresAt) - api.clock.now.getTime()).toBe(30 * 86_400_000);
    const again = await signInOn(han, deviceId);
    const first: Transport = {
      ...browser().transport,
      headers: () => ({ Authorization: `Bearer ${given.credential}` }),
    };
    expect(again.credential).not.toBe(given.credential);
    expect(await code(call(first, signOutDevice, {}))).toBe('sessionExpired');
  });

  it('is not for somebody whose role does nothing there', async () => {
    const qin = await somebody('qin');
    expect(await code(signInOn(qin, newId()))).toBe('noTabletRole');
  });

  it('that was revoked lets its person in to hand over what was not sent, and to nothing else', async () => {
    const yang = await somebody('yang', 'worker');
    const deviceId = newId();
    const before = await signInOn(yang, deviceId);
    await api.sql`update device set revoked_at = now() where id = ${deviceId}`;
    const given = await signInOn(yang, deviceId);
    expect(given).toMatchObject({ revoked: true, unlockSecret: null });
    expect(given.recoverySecret).toBe(before.recoverySecret);
    const own = { ...browser().transport, headers: () => ({ Authorization: `Bearer ${given.credential}` }) };
    expect(await code(call(own, pull, { query: { streetId: newId() } }))).toBe('deviceRevoked');
  });

  it('is given the same secrets again for the same person, and others for anybody or anything else', async () => {
    const [wu, hu] = [await somebody('wu', 'worker'), await somebody('hu', 'worker')];
    const [deviceId, another] = [newId(), newId()];
    const secretsOf = async (person: TestPerson, on: string) => {
      const { unlockSecret, recoverySecret } = await signInOn(person, on);
      return [unlockSecret, recoverySecret];
    };
    const first = await secretsOf(wu, deviceId);
    expect(await secretsOf(wu, deviceId)).toEqual(first);
    const all = [...first, ...(await secretsOf(hu, deviceId)), ...(await secretsOf(wu, another))];
    expect(new Set(all).size).toBe(6);
    for (const secret of all) expect(Buffer.from(secret ?? '', 'base64')).toHaveLength(32);
  });

  it('gives its credential back when its person signs out', async () => {
    const zhu = await somebody('zhu', 'worker');
    const tablet = await api.tablet(zhu);
    const given = await signInOn(zhu, tablet.deviceId);
    const own: Transport = {
      ...browser().transport,
      headers: () => ({ Authorization: `Bearer ${given.credential}` }),
    };
    await call(own, signOutDevice, {});
    expect(await code(call(own, signOutDevice, {}))).toBe('sessionExpired');
  });
});
