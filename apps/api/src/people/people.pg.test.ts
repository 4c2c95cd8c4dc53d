import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  call,
  changePassword,
  changePerson,
  createPerson,
  listAreas,
  listPeople,
  newId,
  readSession,
  resetPassword,
  signIn,
  signOutDevice,
} from '@huhudao/protocol';
import { createApp } from '../app.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';

let api: TestApi;
let district: string, street: string, otherStreet: string, liuyin: string, nanqiao: string;
let guan: TestPerson, streetAdmin: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  district = await api.area('district', '云溪区', null);
  street = await api.area('street', '云溪街道', district);
  otherStreet = await api.area('street', '石桥街道', district);
  liuyin = await api.area('community', '柳荫社区', street);
  nanqiao = await api.area('community', '南桥社区', otherStreet);
  guan = await api.person('guan', ['administrator', district]);
  streetAdmin = await api.person('jie', ['administrator', street]);
});
afterAll(() => api.stop());

let number = 0;
const add = (
  by: TestPerson,
  name: string,
  ...grants: {
    role: 'worker' | 'communityOffice' | 'streetOffice' | 'buildingHead' | 'administrator' | 'districtOffice';
    areaId: string;
  }[]
) => by.call(createPerson, { body: { login: `p${(number += 1)}`, name, grants } });

describe('a new person', () => {
  it('gets an initial password that opens nothing before it is changed', async () => {
    const { person, password } = await add(guan, '张建华', { role: 'worker', areaId: liuyin });
    expect(person).toMatchObject({
      name: '张建华',
      disabled: false,
      locked: false,
      grants: [
        { role: 'worker', areaId: liuyin, areaName: '柳荫社区', areaKind: 'community', streetId: street },
      ],
    });
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    let cookie = '';
    const transport = {
      origin: 'http://localhost',
      fetch: async (input: string, init: RequestInit) => {
        const response = await api.app.request(input, {
          ...init,
          headers: { ...init.headers, Cookie: cookie },
        });
        cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
        return response;
      },
    };
    const session = await call(transport, signIn, { body: { login: person.login, password } });
    expect(session.mustChangePassword).toBe(true);
    await expect(call(transport, listAreas, {})).rejects.toMatchObject({ code: 'passwordMustChange' });
    await call(transport, changePassword, { body: { current: password, next: 'my own secret' } });
    await expect(call(transport, listAreas, {})).resolves.not.toEqual([]);
  });

  it('needs a user name nobody has, and nothing is half-written', async () => {
    const { person } = await add(guan, '李敏');
    const before = await api.sql`select count(*)::integer as count from role_grant`;
    const again = guan.call(createPerson, {
      body: { login: person.login, name: '李民', grants: [{ role: 'worker', areaId: liuyin }] },
    });
    await expect(again).rejects.toMatchObject({ code: 'loginTaken' });
    expect(await api.sql`select count(*)::integer as count from role_grant`).toEqual(before);
  });

  it.each([
    ['worker', () => street],
    ['streetOffice', () => liuyin],
    ['districtOffice', () => street],
    ['administrator', () => liuyin],
  ] as const)('cannot be %s at the wrong level of area', async (role, areaId) => {
    const attempt = add(guan, '错位', { role, areaId: areaId() });
    await expect(attempt).rejects.toMatchObject({ code: 'roleNeedsArea' });
  });
});

describe('people', () => {
  it('are found by name, pinyin initials, user name, role and area', async () => {
    const { person } = await add(guan, '单雄信', { role: 'buildingHead', areaId: liuyin });
    const names = async (query: object) =>
      (await guan.call(listPeople, { query })).items.map((one) => one.name);
    expect(await names({ search: '雄' })).toEqual(['单雄信']);
    expect(await names({ search: 'SXX' })).toEqual(['单雄信']);
    expect(await names({ search: person.login })).toContain('单雄信');
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ role: 'buildingHead' })).toEqual(['单雄信']);
    expect(await names({ role: 'buildingHead', areaId: otherStreet })).toEqual([]);
    const all = await guan.call(listPeople, { query: {} });
    const beyond = await guan.call(listPeople, { query: { offset: 1000 } });
    expect(beyond).toEqual({ total: all.total, items: [] });
    const page = await guan.call(listPeople, { query: { limit: 1, offset: 1 } });
    expect(page.items).toHaveLength(1);
    expect(page.total).toBeGreaterThan(1);
  });

  it('change their roles without losing what stays', async () => {
    const { person } = await add(guan, '王芳', { role: 'worker', areaId: liuyin });
    const worker = person.grants[0];
    const grants = [
      { role: 'worker' as const, areaId: liuyin },
      { role: 'communityOffice' as const, areaId: liuyin },
    ];
    const more = await guan.call(changePerson, { params: { personId: person.id }, body: { grants } });
    expect(more.grants).toHaveLength(2);
    expect(more.grants).toContainEqual(worker);
    const less = await guan.call(changePerson, { params: { personId: person.id }, body: { grants: [] } });
    expect(less.grants).toEqual([]);
    const { items } = await guan.call(listPeople, { query: { search: '王芳' } });
    expect(items).toMatchObject([{ id: person.id, grants: [] }]);
    const renamed = await guan.call(changePerson, {
      params: { personId: person.id },
      body: { name: '王方', phone: '13800000000' },
    });
    expect(renamed).toMatchObject({ name: '王方', phone: '13800000000' });
  });

  it('who are disabled are signed out at once, and their tablets hand in what they hold to quarantine', async () => {
    const sun = await api.person('sun', ['worker', liuyin]);
    const tablet = await api.tablet(sun);
    await sun.call(readSession, {});
    await api.identities.byCredential(tablet.token);
    await guan.call(changePerson, { params: { personId: sun.id }, body: { disabled: true } });
    await expect(sun.call(readSession, {})).rejects.toMatchObject({ code: 'sessionExpired' });
    expect(await api.identities.byCredential(tablet.token)).toMatchObject({ deviceRevoked: true });
  });

  it('who are disabled by one server are signed out by every other within a minute', async () => {
    const qin = await api.person('qin', ['worker', liuyin]);
    const other = createApp(api.deps).app;
    const ask = async () =>
      (await other.request('http://localhost/api/session', { headers: qin.transport.headers?.() ?? {} }))
        .status;
    expect(await ask()).toBe(200);
    await guan.call(changePerson, { params: { personId: qin.id }, body: { disabled: true } });
    const started = performance.now();
    while ((await ask()) === 200) await sleep(200);
    expect((performance.now() - started) / 1000).toBeLessThan(60);
  });

  it('with a new initial password are signed out everywhere and no longer locked', async () => {
    const zhao = await api.person('zhao', ['worker', liuyin]);
    await api.givePassword(zhao, 'the former one');
    const tablet = await api.tablet(zhao);
    const body = { login: zhao.login, password: 'wrong' };
    for (let guess = 0; guess < 5; guess += 1)
      await call({ origin: '', fetch: api.fetch }, signIn, { body }).catch(() => {});
    const [found] = (await guan.call(listPeople, { query: { search: zhao.login } })).items;
    expect(found).toMatchObject({ locked: true });
    const { person, password } = await guan.call(resetPassword, { params: { personId: zhao.id } });
    expect(person.locked).toBe(false);
    await expect(zhao.call(readSession, {})).rejects.toMatchObject({ code: 'sessionExpired' });
    await expect(tablet.call(signOutDevice, {})).rejects.toMatchObject({ code: 'sessionExpired' });
    const session = await call({ origin: '', fetch: api.fetch }, signIn, { body: { ...body, password } });
    expect(session.mustChangePassword).toBe(true);
  });
});

describe('an administrator of one street', () => {
  it('manages the people of that street only', async () => {
    const { person } = await add(streetAdmin, '周宁', { role: 'worker', areaId: liuyin });
    const { items } = await streetAdmin.call(listPeople, { query: { search: '周宁' } });
    expect(items.map((one) => one.id)).toEqual([person.id]);
    const sun = await api.person('sun', ['worker', nanqiao]);
    expect((await streetAdmin.call(listPeople, { query: { search: sun.login } })).items).toEqual([]);
    const attempts = [
      streetAdmin.call(changePerson, { params: { personId: sun.id }, body: { name: '孙' } }),
      streetAdmin.call(resetPassword, { params: { personId: sun.id } }),
      streetAdmin.call(changePerson, { params: { personId: newId() }, body: { name: '无' } }),
    ];
    await Promise.all(attempts.map((one) => expect(one).rejects.toMatchObject({ code: 'notFound' })));
  });

  it('cannot take over somebody with a say elsewhere, nor give a role elsewhere', async () => {
    const both = await api.person('both', ['worker', liuyin], ['worker', nanqiao]);
    const seen = await streetAdmin.call(listPeople, { query: { search: both.login } });
    expect(seen.items[0]?.grants.map((grant) => grant.areaId)).toEqual([liuyin]);
    const outside = { role: 'administrator' as const, areaId: district };
    const attempts = [
      streetAdmin.call(resetPassword, { params: { personId: both.id } }),
      streetAdmin.call(resetPassword, { params: { personId: guan.id } }),
      add(streetAdmin, '越权', outside),
      streetAdmin.call(changePerson, { params: { personId: streetAdmin.id }, body: { grants: [outside] } }),
    ];
    await Promise.all(attempts.map((one) => expect(one).rejects.toMatchObject({ code: 'notFound' })));
    await expect(add(streetAdmin, '无岗')).rejects.toMatchObject({ code: 'roleNeedsArea' });
  });
});

it('the last administrator of the district is neither disabled nor left without the role', async () => {
  const params = { personId: guan.id };
  const gone = guan.call(changePerson, { params, body: { disabled: true } });
  await expect(gone).rejects.toMatchObject({ code: 'lastAdministrator' });
  const stripped = guan.call(changePerson, { params, body: { grants: [] } });
  await expect(stripped).rejects.toMatchObject({ code: 'lastAdministrator' });
  await expect(guan.call(readSession, {})).resolves.toMatchObject({ personId: guan.id });
  await add(guan, '副管理员', { role: 'administrator', areaId: district });
  await expect(guan.call(changePerson, { params, body: { disabled: true } })).resolves.toMatchObject({
    disabled: true,
  });
});
