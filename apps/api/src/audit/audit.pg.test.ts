import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkAudit,
  createArea,
  createTeam,
  listAudit,
  listQuarantine,
  newId,
  readHealth,
  settleQuarantined,
} from '@huhudao/protocol';
import { checkWithin } from './check-chain.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';

let api: TestApi;
let district: string, street: string, liuyin: string;
let guan: TestPerson, lin: TestPerson, wang: TestPerson, chen: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  district = await api.area('district', '云溪区', null);
  street = await api.area('street', '云溪街道', district);
  liuyin = await api.area('community', '柳荫社区', street);
  guan = await api.person('guan', ['administrator', district]);
  lin = await api.person('lin', ['auditor', district]);
  wang = await api.person('wang', ['communityOffice', liuyin]);
  chen = await api.person('chen', ['streetOffice', street]);
  const leader = await api.person('zhao', ['teamLeader', liuyin]);
  for (const name of ['一组', '二组', '三组']) {
    const body = { name, leaderId: leader.id, memberIds: [] };
    await wang.call(createTeam, { params: { areaId: liuyin }, body });
  }
  for (const name of ['石桥街道', '柳湖街道', '东山街道'])
    await guan.call(createArea, { params: { areaId: district }, body: { kind: 'street', name } });
});
afterAll(() => api.stop());

const check = (areaId: string) => lin.call(checkAudit, { params: { areaId } });

/** Does something to the database that the product would never do, looks at the chain, and takes it back. */
async function tampered(streetId: string | null, statement: string): Promise<number | null> {
  const taken: { back?: number | null } = {};
  const undo = new Error('taken back');
  const attempt = api.sql.begin(async (tx) => {
    await tx.unsafe(statement);
    taken.back = (await checkWithin(tx, streetId)).firstBroken;
    throw undo;
  });
  await expect(attempt).rejects.toBe(undo);
  return taken.back ?? null;
}

describe('the audit', () => {
  it('lists what was done, by whom, the newest first', async () => {
    const { total, items } = await lin.call(listAudit, { params: { areaId: street } });
    expect(total).toBe(3);
    expect(items.map((entry) => entry.number)).toEqual([3, 2, 1]);
    expect(items[0]).toMatchObject({ action: 'team.created', actorName: 'wang', actorId: wang.id });
    const page = await lin.call(listAudit, { params: { areaId: street }, query: { offset: 1, limit: 1 } });
    expect(page.items.map((entry) => entry.number)).toEqual([2]);
    const none = await lin.call(listAudit, { params: { areaId: street }, query: { action: 'team.changed' } });
    expect(none).toEqual({ total: 0, items: [] });
    const platform = await lin.call(listAudit, { params: { areaId: district } });
    expect(platform.items.filter((entry) => entry.action === 'area.created')).toHaveLength(3);
    await expect(lin.call(listAudit, { params: { areaId: liuyin } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('holds no names', async () => {
    const entries =
      await api.sql`select subject from audit_entry union all select subject from platform_audit`;
    const held = JSON.stringify(entries);
    for (const name of ['组', '街道', 'wang', 'zhao']) expect(held).not.toContain(name);
  });

  it('of a street and of the installation are chains that fit', async () => {
    expect(await check(street)).toEqual({ entries: 3, intact: true, firstBroken: null });
    expect(await check(district)).toMatchObject({ intact: true, firstBroken: null });
  });

  it.each([
    ['a changed subject', `update audit_entry set subject = '{"teamId":"other"}' where number = 2`, 2],
    ['a changed actor', 'update audit_entry set actor_id = null where number = 1', 1],
    ['a changed time', `update audit_entry set at = at + interval '1 second' where number = 2`, 2],
    ['a changed hash', `update audit_entry set hash = sha256(hash) where number = 2`, 2],
    ['a removed entry', 'delete from audit_entry where number = 2', 2],
    ['a tail cut off', 'delete from audit_entry where number = 3', 3],
    ['a whole chain removed', 'delete from audit_entry', 1],
  ])('shows %s in a street', async (_name, statement, number) => {
    expect(await tampered(street, statement)).toBe(number);
  });

  it.each([
    ['a changed subject', `update platform_audit set subject = '{}' where number = 1`, 1],
    ['a changed device', `update platform_audit set device_id = '${newId()}' where number = 2`, 2],
  ])('shows %s in the installation', async (_name, statement, number) => {
    expect(await tampered(null, statement)).toBe(number);
  });

  it('is checked while others go on writing', async () => {
    const leader = await api.person('qian', ['teamLeader', liuyin]);
    const writing = Promise.all(
      ['四', '五', '六', '七', '八'].map((name) =>
        wang.call(createTeam, {
          params: { areaId: liuyin },
          body: { name, leaderId: leader.id, memberIds: [] },
        }),
      ),
    );
    for (let time = 0; time < 10; time += 1) expect(await check(street)).toMatchObject({ intact: true });
    await writing;
    expect(await check(street)).toMatchObject({ entries: 8, intact: true });
  });
});

describe('quarantined records', () => {
  it('wait until somebody has dealt with them', async () => {
    const record = newId();
    await api.sql`
      insert into quarantine (street_id, id, kind, problem_code, body, person_id, received_at)
      values (${street}, ${record}, 'recordVisit', 'roundClosed', '{}', ${wang.id}, ${api.clock.now.toISOString()})`;
    const params = { areaId: street };
    expect(await chen.call(listQuarantine, { params })).toMatchObject([
      { id: record, problemCode: 'roundClosed', personName: 'wang', deviceName: null },
    ]);
    const settle = () => chen.call(settleQuarantined, { params: { ...params, recordId: record } });
    await settle();
    expect(await chen.call(listQuarantine, { params })).toEqual([]);
    await expect(settle()).rejects.toMatchObject({ code: 'notFound' });
    expect((await check(street)).entries).toBe(9);
  });
});

it('the health of the installation names version, schema and sizes', async () => {
  const health = await guan.call(readHealth, {});
  expect(health.schema).toMatch(/^\d{4}-\d\d-\d\d-/);
  expect(health.databaseBytes).toBeGreaterThan(1_000_000);
  expect(health.residentBytes).toBeGreaterThan(10_000_000);
});
