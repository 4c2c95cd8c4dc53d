import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as protocol from '@huhudao/protocol';
import { ensureBuiltInForms } from '../questionnaires/built-in.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { signInOffice, type DemoUser } from './demo-client.ts';
import { demoPassword, leadingPeople } from './demo-people.ts';
import * as facts from './demo.facts.queries.ts';

let api: TestApi;
const parts: number[] = [];
const as = (login: string): Promise<DemoUser> =>
  signInOffice({ app: api.app, clock: api.clock, sealingKey: '' }, login, demoPassword);

beforeAll(async () => {
  api = await startTestApi();
  await ensureBuiltInForms(api.deps);
  const started = performance.now();
  await api.demo.fillNow(api.deps, (part) => parts.push(part));
  process.stdout.write(`demonstration data in ${Math.round(performance.now() - started)} ms\n`);
}, 300_000);
afterAll(() => api.stop());

describe('the demonstration data', () => {
  it('is a street of nine communities and twelve thousand households', async () => {
    const office = await as('jieban');
    const areas = await office.call(protocol.listAreas, {});
    const street = areas.find((area) => area.kind === 'street');
    expect(areas.filter((area) => area.kind === 'community')).toHaveLength(9);
    const { total } = await office.call(protocol.listHouseholds, { params: { areaId: street?.id ?? '' } });
    expect(total).toBe(12_000);
  });

  it('has four measurement rounds that are over and a coverage round under way', async () => {
    const rounds = await facts.listRounds(api.sql);
    expect(rounds.map((round) => [round.purpose, round.state])).toEqual([
      ['measurement', 'closed'],
      ['measurement', 'closed'],
      ['measurement', 'closed'],
      ['measurement', 'closed'],
      ['coverage', 'open'],
    ]);
    const [coverage] = rounds.slice(-1);
    expect(coverage?.visits).toBeGreaterThan(3000);
    expect(coverage?.settled).toBeLessThan(coverage?.assigned ?? 0);
    for (const round of rounds) expect(round.responses).toBeGreaterThan(600);
  });

  it('has somebody to sign in as for every role that is shown', async () => {
    const people = await api.demo.people(api.deps);
    expect(people.map((person) => person.login)).toEqual(leadingPeople.map((person) => person.login));
    for (const { login, role } of people) {
      const { session } = await as(login);
      expect(session).toMatchObject({ demo: true, mustChangePassword: false });
      expect(session.grants.map((grant) => grant.role)).toContain(role);
    }
  });

  it('has issues that residents reported, of many kinds, and every photo they name', async () => {
    const office = await as('jieban');
    const street = (await office.call(protocol.listAreas, {})).find((area) => area.kind === 'street');
    const params = { areaId: street?.id ?? '' };
    const { items } = await office.call(protocol.listIssues, { params, query: { limit: 500 } });
    expect(items.length).toBeGreaterThan(20);
    expect(new Set(items.map((issue) => issue.category)).size).toBeGreaterThan(6);
    const photos = items.flatMap((issue) => issue.photos);
    expect(photos.length).toBeGreaterThan(5);
    expect(photos.every((photo) => photo.arrived)).toBe(true);
  });

  it('tells how far it is, never backwards', () => {
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  });

  it('leaves an audit whose chain is whole', async () => {
    const auditor = await as('shenji');
    const areas = await auditor.call(protocol.listAreas, {});
    for (const area of areas.filter((one) => one.kind === 'street' || one.kind === 'district')) {
      expect(await auditor.call(protocol.checkAudit, { params: { areaId: area.id } })).toMatchObject({
        intact: true,
      });
    }
  });

  it('is removed whole, and the installation is empty again', async () => {
    await (await as('guanli')).call(protocol.removeDemo, {});
    expect(await facts.countPeople(api.sql)).toEqual([{ count: 0 }]);
    await expect(as('guanli')).rejects.toMatchObject({ code: 'signInFailed' });
  });
});
