/**
 * Who may call what: every route of the router × every role × own, lower, higher, sibling and foreign area,
 * against tests/fixtures/permissions.json, which was written from the specification and not from the code.
 * The routes' gates are the real ones; behind them stands a handler that only says that it was reached.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { areaKindsOfRole, roles, type AreaKind, type Role } from '@huhudao/domain';
import { allEndpoints as endpoints, newId, type Endpoint } from '@huhudao/protocol';
import { allRoutes, createApp } from '../app.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { Identities } from './identity.ts';
import { toProblem, writeProblem } from './problems.ts';
import { mount } from './route.ts';

const file = path.join(import.meta.dirname, '../../../../tests/fixtures/permissions.json');
const fixture = z
  .object({
    endpoints: z.record(
      z.string(),
      z.object({ roles: z.union([z.literal('public'), z.literal('signedIn'), z.array(z.enum(roles))]) }),
    ),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8'))).endpoints;

/** One branch of a tree from district to grid; `other` is its sibling at each level. */
type Branch = Record<AreaKind, string>;

type Somebody = { name: string; role: Role; kind: AreaKind; person: TestPerson; tablet: TestTablet };

let api: TestApi;
let probe: Hono;
let own: Branch, sibling: Branch, foreign: Branch;
let people: Somebody[];
let stranger: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  own = await branch('云溪', null);
  sibling = { ...own, street: await api.area('street', '石桥街道', own.district), community: '', grid: '' };
  sibling.community = await api.area('community', '南桥社区', own.street);
  sibling.grid = await api.area('grid', '第二网格', own.community);
  foreign = await branch('远山', null);
  stranger = await api.person('stranger');
  people = [];
  for (const role of roles) {
    for (const kind of areaKindsOfRole[role]) {
      const name = `${role} of a ${kind}`;
      const person = await api.person(name, [role, own[kind]]);
      people.push({ name, role, kind, person, tablet: await api.tablet(person) });
    }
  }
  probe = new Hono();
  probe.onError((error, context) => writeProblem(context, toProblem(error, api.deps)));
  const reached = endpoints.map((endpoint) => ({ endpoint: bare(endpoint), handle: async () => undefined }));
  mount(probe, api.deps, new Identities(api.deps), reached);
}, 120_000);
afterAll(() => api.stop());

async function branch(name: string, above: string | null): Promise<Branch> {
  const district = await api.area('district', `${name}区`, above);
  const street = await api.area('street', `${name}街道`, district);
  const community = await api.area('community', `${name}社区`, street);
  return { district, street, community, grid: await api.area('grid', '第一网格', community) };
}

/** The endpoint with its gate alone: any parameters, any body, no answer. */
function bare(endpoint: Endpoint): Endpoint {
  const { body: _, ...rest } = endpoint;
  const anything = z.looseObject({});
  const body = endpoint.method === 'get' || endpoint.method === 'delete' ? {} : { body: z.unknown() };
  return { ...rest, ...body, params: anything, query: anything, response: 'nothing' };
}

async function ask(endpoint: Endpoint, areaId: string, headers: Record<string, string>): Promise<string> {
  const address = endpoint.path.replace('{areaId}', areaId).replaceAll(/\{\w+\}/g, () => newId());
  const writes = endpoint.method !== 'get' && endpoint.method !== 'delete';
  const response = await probe.request(`http://localhost${address}?streetId=${areaId}`, {
    method: endpoint.method.toUpperCase(),
    headers: { ...headers, 'X-Requested-With': 'huhudao', 'Content-Type': 'application/json' },
    ...(writes ? { body: JSON.stringify({ streetId: areaId }) } : {}),
  });
  if (response.status === 204) return 'reached';
  return ((await response.json()) as { code: string }).code;
}

const headersOf = ({ person, tablet }: Pick<Somebody, 'person' | 'tablet'>, endpoint: Endpoint) =>
  (endpoint.gate.kind === 'device' ? tablet : person).transport.headers?.() ?? {};

/** Every place from which somebody may try to act, and whether a grant of theirs reaches it. */
function placesOf(kind: AreaKind): { place: string; areaId: string; within: boolean }[] {
  const order: AreaKind[] = ['district', 'street', 'community', 'grid'];
  const level = order.indexOf(kind);
  const line = order.map((each, index) => ({
    place: index === level ? 'own area' : index < level ? `the ${each} above` : `a ${each} below`,
    areaId: own[each],
    within: index >= level,
  }));
  const beside = kind === 'district' ? foreign[kind] : sibling[kind];
  return [
    ...line,
    { place: 'a sibling area', areaId: beside, within: false },
    { place: 'a foreign area', areaId: foreign[kind], within: false },
    { place: 'a foreign street', areaId: foreign.street, within: false },
    { place: 'no area at all', areaId: newId(), within: false },
  ];
}

/** A tablet names a street: its own person's, or for somebody of the district any street in it. */
function streetsOf(kind: AreaKind): { place: string; areaId: string; within: boolean }[] {
  return [
    { place: 'own street', areaId: own.street, within: true },
    { place: 'the street beside', areaId: sibling.street, within: kind === 'district' },
    { place: 'a foreign street', areaId: foreign.street, within: false },
    { place: 'an area that is no street', areaId: own.community, within: false },
  ];
}

/** What one endpoint does for everybody everywhere that differs from what the fixture says. */
async function differences(endpoint: Endpoint, allowed: readonly Role[]): Promise<string[]> {
  const found: string[] = [];
  for (const one of people) {
    const { gate } = endpoint;
    const anywhere = [{ place: 'anywhere', areaId: own.street, within: true }];
    const places =
      gate.kind === 'path' ? placesOf(one.kind) : gate.kind === 'device' ? streetsOf(one.kind) : anywhere;
    for (const { place, areaId, within } of places) {
      const expected = allowed.includes(one.role) && within ? 'reached' : 'notFound';
      const actual = await ask(endpoint, areaId, headersOf(one, endpoint));
      if (actual !== expected) found.push(`${one.name}, ${place}: ${actual} instead of ${expected}`);
    }
  }
  return found;
}

describe('the permission matrix', () => {
  it('covers every route of the router, and the router every endpoint of the contract', () => {
    const routed = allRoutes({ ...createApp(api.deps), httpPort: () => 8787 }).map((one) => one.endpoint);
    expect(routed.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(endpoints);
    expect(Object.keys(fixture).toSorted()).toEqual(endpoints.map((endpoint) => endpoint.name));
  });

  it.each(endpoints)(
    '$name opens to the roles and areas the specification names, to no others',
    async (endpoint) => {
      const allowed = fixture[endpoint.name]?.roles;
      if (allowed === undefined) return expect.fail('the fixture does not say who may call it');
      if (typeof allowed === 'string') return expect(endpoint.gate).toEqual({ kind: allowed });
      expect(await differences(endpoint, allowed)).toEqual([]);
    },
  );
});

describe('whoever is not meant', () => {
  it('finds nothing without a role', async () => {
    const tablet = await api.tablet(stranger);
    for (const endpoint of endpoints) {
      const open = ['public', 'signedIn'].includes(endpoint.gate.kind);
      const actual = await ask(endpoint, own.street, headersOf({ person: stranger, tablet }, endpoint));
      expect([endpoint.name, actual]).toEqual([endpoint.name, open ? 'reached' : 'notFound']);
    }
  });

  it('is asked to sign in without a session, with a tablet’s credential in the office, and with a session on a tablet', async () => {
    for (const endpoint of endpoints.filter((one) => one.gate.kind !== 'public')) {
      expect([endpoint.name, await ask(endpoint, own.street, {})]).toEqual([endpoint.name, 'notSignedIn']);
      for (const one of people) {
        const wrongWay =
          (endpoint.gate.kind === 'device' ? one.person : one.tablet).transport.headers?.() ?? {};
        expect([endpoint.name, await ask(endpoint, own.street, wrongWay)]).toEqual([
          endpoint.name,
          'notSignedIn',
        ]);
      }
    }
  });

  it('changes nothing from another site, whatever the role', async () => {
    for (const endpoint of endpoints.filter((one) => one.method !== 'get')) {
      const response = await probe.request(`http://localhost${endpoint.path}`, {
        method: endpoint.method.toUpperCase(),
        headers: people[0]?.person.transport.headers?.() ?? {},
      });
      expect([endpoint.name, response.status]).toEqual([endpoint.name, 403]);
    }
  });
});
