/**
 * Two worlds that differ in one thing: an assessor's round. Both are copies of one database, so that ids, secrets and
 * times are the same in both, and every answer can be compared letter by letter.
 */
import { randomBytes } from 'node:crypto';
import { must, type Role } from '@huhudao/domain';
import { allEndpoints, call, newId, type Endpoint } from '@huhudao/protocol';
import { createTestDatabase, migrated, type Template, type TestDatabase } from '@huhudao/testkit';
import { parseWorkbook } from '../spreadsheets/hucre.ts';
import { openHostileWorld, type HostileWorld } from '../testing/hostile-world.ts';
import { workbookType } from '../testing/hostile-calls.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { listBuildings, setGrid } from '../testing/world.queries.ts';
import { wholeDatabase } from '../testing/whole-database.ts';
import * as facts from './rounds.facts.queries.ts';

/** Roles of communities and of the street. */
export const localRoles = [
  'worker',
  'buildingHead',
  'teamLeader',
  'communityOffice',
  'streetOffice',
] as const;
export type Caller = { role: (typeof localRoles)[number]; person: TestPerson; tablet: TestTablet };

export type Base = {
  world: HostileWorld;
  /** Of one community. */
  gridId: string;
  callers: Caller[];
  assessor: TestPerson;
  assessorTablet: TestTablet;
  /** Of the district, which prepares, draws and releases. */
  district: TestPerson;
  /** Everything that was in the database when the worlds parted. */
  ids: ReadonlySet<string>;
};
export type Sides = { base: Base; without: TestApi; having: TestApi };

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

async function addCallers(world: HostileWorld): Promise<Caller[]> {
  const { api, street } = world;
  const { streetId, communities, doors, teams } = street;
  const people = await Promise.all(
    localRoles.map(async (role): Promise<Caller> => {
      const person = await api.person(role, [role, role === 'streetOffice' ? streetId : communities.liuyin]);
      return { role, person, tablet: await api.tablet(person) };
    }),
  );
  for (const { role, person } of people) {
    if (role === 'streetOffice' || role === 'communityOffice') continue;
    await facts.joinTeam(api.sql, streetId, teams.liuyin, person.id);
  }
  const head = people.find(({ role }) => role === 'buildingHead');
  const [door] = doors.liuyin;
  if (head !== undefined && door !== undefined)
    await facts.appointSteward(api.sql, streetId, head.person.id, door.stairwellId);
  return people;
}

/** A street at work, in which everybody has something to see, copied twice. */
export async function openTwoWorlds(): Promise<Sides> {
  let base: Base | undefined;
  const prepare = async (sql: TestDatabase['sql']): Promise<void> => {
    await migrated.prepare(sql);
    const connection = { host: '', port: 0, user: '', database: '' };
    const world = await openHostileWorld({ sql, connection, drop: async () => {} });
    const { api, street } = world;
    const assessor = await api.person('feng', ['assessor', street.districtId]);
    const { liuyin } = street.communities;
    const gridId = await api.area('grid', '第一网格', liuyin);
    for (const { id } of await listBuildings(sql, street.streetId, liuyin))
      await setGrid(sql, street.streetId, id, gridId);
    base = {
      world,
      gridId,
      callers: await addCallers(world),
      assessor,
      assessorTablet: await api.tablet(assessor),
      district: await api.person('duan', ['districtOffice', street.districtId] satisfies [Role, string]),
      ids: new Set(JSON.stringify(await wholeDatabase(sql)).match(uuid)),
    };
  };
  const template: Template = { name: `parted_${randomBytes(6).toString('hex')}`, prepare };
  const without = await openCopy(template);
  const having = await openCopy(template);
  if (base === undefined) throw new Error('the template was prepared by nobody');
  return { base, without, having };
}

async function openCopy(template: Template): Promise<TestApi> {
  const api = await startTestApi(undefined, undefined, [], await createTestDatabase(template));
  await api.deps.areas.refresh();
  return api;
}

/** Somebody of the base, in one of its copies. */
export function personIn(api: TestApi, one: TestPerson | TestTablet): TestPerson['call'] {
  const transport = { ...one.transport, fetch: api.fetch };
  return (endpoint, parts) => call(transport, endpoint, parts);
}

export type Asked = { endpoint: Endpoint; params: Record<string, string>; query: string; body: unknown };

/** What one role is answered: the status, and every letter of what came. */
export async function ask(api: TestApi, asked: Asked, caller: Caller): Promise<string> {
  const { endpoint, params, query, body } = asked;
  const address = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const { transport } = endpoint.gate.kind === 'device' ? caller.tablet : caller.person;
  const response = await api.app.request(`http://localhost${address}${query}`, {
    method: endpoint.method.toUpperCase(),
    headers: { ...transport.headers?.(), 'X-Requested-With': 'huhudao', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('Content-Type') ?? 'none';
  return `${response.status} ${type} ${await textOf(endpoint, type, bytes)}`;
}

async function textOf({ name }: Endpoint, type: string, bytes: Buffer): Promise<string> {
  // A workbook says at which second it was packed: its sheets are compared as they open.
  if (type === workbookType) return JSON.stringify(await parseWorkbook(new Uint8Array(bytes), 'AZ2000'));
  if (/json|text/.test(type)) return bytes.toString('utf8');
  const letters = bytes.toString('latin1');
  // Each sheet has a code with a secret drawn for it: compared is how many doors get one.
  const isNotices = name === 'printDoorNotices' && type === 'application/pdf';
  return isNotices ? `${letters.match(/\/Type \/Page\b/g)?.length} sheets` : letters;
}

/** Ids that were made since the worlds parted are random: each is called by when it came up first. */
export class Namer {
  readonly #known: ReadonlySet<string>;
  readonly #names = new Map<string, string>();

  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  name(text: string): string {
    return text.replaceAll(uuid, (id) => {
      if (this.#known.has(id)) return id;
      const name = this.#names.get(id) ?? `new id ${this.#names.size + 1}`;
      this.#names.set(id, name);
      return name;
    });
  }
}

/** What is random in an answer, or counts every write of the street; nothing else may differ. */
export function declared(text: string): string {
  return (
    text
      .replaceAll(/"cursor":"\d+\.[0-9a-f]{16}/g, '"cursor":"the number of the street’s last write')
      .replaceAll(/\/calendars\/[\w-]+/g, '/calendars/a secret')
      .replaceAll(/"(token|key)":"[\w-]+"/g, '"$1":"a secret"')
      .replaceAll(/"seconds":\d+/g, '"seconds":"by the clock of the computer"')
      // The hour at which a page is printed is the computer's, not the product's.
      .replaceAll(/D:\d{14}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|\+00:00)|\/ID \[.*?\]|<xmpMM:\w+>.*?</g, 'then')
  );
}

/** Where two texts part. */
export function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 100);
  return `${one.slice(from, at + 100)} | ${other.slice(from, at + 100)}`;
}

/** Records of every kind for doors of which most were sampled, and amendments of a visit. */
export function pushesTo(world: HostileWorld, of: string, visitId: string): Asked[] {
  const records = new Records(world.api, world.street);
  const endpoint = must(
    allEndpoints.find((one) => one.name === 'push'),
    'the endpoint',
  );
  const amend = records.visit(must(world.street.doors.liuyin[0], 'a door'));
  const amendment = { visitId, outcome: 'notHome', reason: '点错了' };
  const doors = Object.values(world.street.doors).flat();
  const mutations = [
    ...doors.map((door) => records.visit(door, { roundId: of, outcome: 'vacant' })),
    ...doors.map((door) => records.response(door, { roundId: of })),
    ...doors.map((door) => records.issue(door, { roundId: of })),
    { ...amend, id: newId(), kind: 'amendVisit', payload: amendment },
  ];
  const sentAt = world.api.clock.now.toISOString();
  const { streetId } = world.street;
  return Array.from({ length: Math.ceil(mutations.length / 50) }, (_, index) => ({
    endpoint,
    params: {},
    query: '',
    body: {
      streetId,
      sentAt,
      unsent: 0,
      oldestUnsentAt: null,
      mutations: mutations.slice(index * 50, index * 50 + 50),
    },
  }));
}
