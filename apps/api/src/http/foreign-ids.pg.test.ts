/**
 * Somebody who holds every role, in another district, and names from there what is not theirs: every endpoint that
 * takes an id beside the area's, through the real handlers. The permission matrix proves the gates; this proves that
 * what stands behind them looks for a row only where the caller may be.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, roles, type AreaKind, type Role } from '@huhudao/domain';
import {
  allEndpoints,
  listProposals,
  listVisits,
  makePlan,
  mutationPayloads,
  newId,
  push,
  type Endpoint,
  type MutationKind,
} from '@huhudao/protocol';
import { callOf, send, verdictOf, verdictOfRecords, type Sent } from '../testing/hostile-calls.ts';
import { idsOf, payloads } from '../testing/hostile-examples.ts';
import { openHostileWorld, type HostileWorld } from '../testing/hostile-world.ts';
import type { TestPerson } from '../testing/test-api.ts';
import { readSchema, sampleOf } from '../testing/text-fields.ts';
import { wholeDatabase } from '../testing/whole-database.ts';

let world: HostileWorld;
let mu: TestPerson;
/** The same world, as mu's tablet sees it. */
let fromAfar: HostileWorld;
let own: Record<AreaKind, string>;
let rows: Record<string, string>;

beforeAll(async () => {
  world = await openHostileWorld();
  const { api } = world;
  const district = await api.area('district', '远山区', null);
  const street = await api.area('street', '远山街道', district);
  const community = await api.area('community', '远山社区', street);
  own = { district, street, community, grid: await api.area('grid', '第一网格', community) };
  mu = await api.person('mu', ...roles.map((role): [Role, string] => [role, district]));
  fromAfar = { ...world, tablet: await api.tablet(mu) };
  rows = await makeRows();
}, 120_000);
afterAll(() => world.api.stop());

async function makeRows(): Promise<Record<string, string>> {
  const { quan, street, records, tablet, roundId } = world;
  const made = await send(world, makePlan, await callOf(world, makePlan));
  await records.push(tablet, records.visit(world.nextDoor(), { roundId, outcome: 'vacant' }));
  const [proposal] = await quan.call(listProposals, { params: { areaId: street.streetId } });
  return {
    planId: makePlan.response.parse(made.body).id,
    deviceId: tablet.deviceId,
    proposalId: must(proposal, 'a proposal').id,
  };
}

const kindOf = (areaId: string): AreaKind => world.api.deps.areas.get(areaId)?.kind ?? 'street';

/** The call of the one who may, made by mu: the area is mu's own, everything else is not. */
async function foreignCall(endpoint: Endpoint): Promise<Sent> {
  const { params = {}, body, ...rest } = await callOf(world, endpoint);
  const areaId = params['areaId'] === undefined ? {} : { areaId: own[kindOf(params['areaId'])] };
  const streetId = hasStreet(body) ? { streetId: own.street } : {};
  return {
    ...rest,
    params: { ...params, ...existing(params), ...areaId },
    ...(body === undefined ? {} : { body: { ...(body as object), ...streetId } }),
    by: mu,
  };
}

const hasStreet = (body: unknown): boolean => typeof body === 'object' && body !== null && 'streetId' in body;

/** Rows that are there, for the parameters `idsOf` knows none for. */
const existing = (params: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(rows).filter(([name]) => params[name] !== undefined));

/** Every id of the other district that a call could name, or an answer tell. */
function idsOfOthers(): string[] {
  const { street, roundId, visit, issue, revisitId, preview, round } = world;
  const { districtId, streetId, communities, teams, people, doors } = street;
  const persons = Object.values(people).map(({ id }) => id);
  const households = Object.values(doors).flatMap((some) =>
    some.flatMap((door) => [door.id, door.stairwellId]),
  );
  return [
    ...[districtId, streetId, roundId, visit.id, issue.id, revisitId, preview.id, round.id],
    ...[...Object.values(communities), ...Object.values(teams), ...persons, ...households],
    ...Object.values(rows),
  ];
}

const namesOthers = (value: unknown): boolean => {
  const text = JSON.stringify(value) ?? '';
  return idsOfOthers().some((id) => text.includes(id));
};

/** Questionnaires, their versions and the rules of revisits are the whole platform's. */
const everybodys = ['ruleId', 'questionnaireId', 'hash'];
const guarded = allEndpoints.filter(
  ({ gate, path }) =>
    gate.kind !== 'public' &&
    gate.kind !== 'signedIn' &&
    !everybodys.some((name) => path.includes(`{${name}}`)),
);

describe('somebody of another district', () => {
  it('has areas, people and rows to look for', async () => {
    const seen = await Promise.all(guarded.map(async (endpoint) => namesOthers(await foreignCall(endpoint))));
    expect(seen.filter(Boolean).length).toBeGreaterThan(30);
    const answer = await send(world, listVisits, await callOf(world, listVisits));
    expect(namesOthers(answer.body)).toBe(true);
  });

  it.each(guarded)('$name finds and changes nothing that is not theirs', async (endpoint) => {
    const { by, ...sent } = await foreignCall(endpoint);
    const before = await wholeDatabase(world.api.sql);
    const answer = await send(fromAfar, endpoint, { ...sent, ...(by && { by }) });
    const verdict = verdictOf(answer);
    if (verdict !== 'taken') {
      expect(verdict).not.toMatch(/^\d/);
      expect(await wholeDatabase(world.api.sql)).toEqual(before);
      return;
    }
    expect(namesOthers(answer.body)).toBe(false);
    if (endpoint.method !== 'get') expect(namesOthers(sent)).toBe(false);
  });

  // What is handed over names nothing of the street: it is kept with the sender's own name, for whom it is on hold.
  const naming = (Object.keys(mutationPayloads) as MutationKind[]).filter(
    (kind) => kind !== 'handOverRecord',
  );

  it.each(naming)('has a record of the kind %s refused', async (kind) => {
    const payload = sampleOf(readSchema(mutationPayloads[kind]), idsOf(world)) as object;
    const record = {
      id: newId(),
      sequence: world.next(),
      deviceTime: world.api.clock.now.toISOString(),
      kind,
    };
    const mutations = [{ ...record, payload: { ...payload, ...(await payloads[kind](world)) } }];
    const sentAt = world.api.clock.now.toISOString();
    const body = { streetId: own.street, sentAt, unsent: 0, oldestUnsentAt: null, mutations };
    const answer = await send(fromAfar, push, { body });
    expect(verdictOfRecords(answer, 0)).toMatch(/^[a-z]/);
    expect(verdictOfRecords(answer, 0)).not.toBe('taken');
  });
});
