/**
 * An attack on an assessor's round by everybody who works for the street or its communities: two worlds that differ in
 * the round alone, and every endpoint of the contract asked in both by every such role.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  allEndpoints,
  closeRound,
  createRound,
  openRound,
  pull,
  push,
  releaseRound,
  type Endpoint,
  type Mutation,
  type PullResponse,
} from '@huhudao/protocol';
import { idsOf } from '../testing/hostile-examples.ts';
import { fittingCall } from '../testing/hostile-calls.ts';
import { Records, shortAnswers } from '../testing/records.ts';
import * as facts from './rounds.facts.queries.ts';
import {
  ask,
  declared,
  firstDifference,
  Namer,
  openTwoWorlds,
  personIn,
  pushesTo,
  type Asked,
  type Sides,
} from './two-worlds.testing.ts';

const name = '第三方暗访';
/** Made before the round is, so that it can be asked for in the world that has none. */
let roundId: string;
let sides: Sides;

beforeAll(async () => {
  sides = await openTwoWorlds();
}, 120_000);
afterAll(async () => {
  await sides.without.stop();
  await sides.having.stop();
});

/** Answered before their work is done, so that what they answer is a matter of luck; none of them looks at a round. */
const inTheBackground = ['applyImport', 'changeImport', 'uploadRoster'];
/** These end what others stand on: a session, the round at work. */
const atTheEnd = ['changePassword', 'signOut', 'signOutDevice', 'closeRound'];

const reading = allEndpoints.filter(({ method }) => method === 'get');
const writing = allEndpoints
  .filter(({ method, name: own }) => method !== 'get' && !inTheBackground.includes(own))
  .toSorted((a, b) => Number(atTheEnd.includes(a.name)) - Number(atTheEnd.includes(b.name)));

/** A call of each endpoint that fits its schemas; `change` puts other ids where those of the base would stand. */
function calls(endpoints: readonly Endpoint[], change: Record<string, string> = {}): Asked[] {
  const { world } = sides.base;
  const idOf = idsOf(world);
  return endpoints.map((endpoint) => {
    const { params = {}, query = '', body } = fittingCall(world, endpoint);
    let text = JSON.stringify({ params, query, body });
    for (const [key, id] of Object.entries(change)) text = text.replaceAll(idOf(key) ?? id, id);
    return { endpoint, ...(JSON.parse(text) as Omit<Asked, 'endpoint'>) };
  });
}

/** What differs between the two worlds, by who asked for what. */
async function differences(asked: readonly Asked[]): Promise<string[]> {
  const { base, without, having } = sides;
  const names = { without: new Namer(base.ids), having: new Namer(base.ids) };
  const found: string[] = [];
  for (const one of asked) {
    for (const caller of base.callers) {
      const plain = names.without.name(declared(await ask(without, one, caller)));
      const other = names.having.name(declared(await ask(having, one, caller)));
      if (plain !== other)
        found.push(`${caller.role}, ${one.endpoint.name}: ${firstDifference(plain, other)}`);
    }
  }
  return found;
}

/** Says what was found, not only how much. */
const expectNone = (found: readonly string[]): void => expect(found, found.join('\n')).toEqual([]);

const inStreet = () => ({ areaId: sides.base.world.street.streetId });
const everywhere = (change: Record<string, string> = {}): Asked[] => {
  const { street } = sides.base.world;
  const areas = [street.streetId, ...Object.values(street.communities)];
  const stairwells = [
    ...new Set(
      Object.values(street.doors)
        .flat()
        .map((door) => door.stairwellId),
    ),
  ];
  const readings = areas.flatMap((areaId) => calls(reading, { areaId, ...change }));
  const floors = stairwells.flatMap((stairwellId) =>
    calls(
      reading.filter(({ path }) => path.includes('{stairwellId}')),
      { stairwellId, ...change },
    ),
  );
  return [...readings, ...floors];
};

async function prepare(): Promise<void> {
  const { base, having } = sides;
  const { street } = base.world;
  const { liuyin, nanqiao } = street.communities;
  const communityIds = [liuyin, nanqiao];
  const body = {
    ...base.world.roundBody(),
    name,
    purpose: 'measurement' as const,
    // Every door of one community, and few of a grid of the other.
    scope: {
      communityIds,
      parts: { [liuyin]: [base.gridId] },
      sampleSizes: { [nanqiao]: 24, [liuyin]: 20 },
    },
    assessorId: base.assessor.id,
    statement: '我们是第三方测评机构。',
  };
  const call = personIn(having, base.district);
  ({ id: roundId } = await call(createRound, { params: inStreet(), body }));
}

/** Every outcome, answers of both linked modes, a wish to be visited again, and a record that is refused. */
async function walk(): Promise<void> {
  const { base, having } = sides;
  const { streetId } = base.world.street;
  const call = personIn(having, base.assessorTablet);
  const { assignments, households } = await call(pull, { query: { streetId } });
  const records = new Records(having, base.world.street);
  const doors = assignments.map(({ householdId, stairwellId }) => {
    const { communityId, room } = must(
      households.find(({ id }) => id === householdId),
      'the household of a door',
    );
    return { id: householdId, stairwellId, communityId, room };
  });
  expect(doors).toHaveLength(44);
  const outcomes = [
    'completed',
    'notHome',
    'vacant',
    'refused',
    'refusedHard',
    'notResidential',
    'noAccess',
  ] as const;
  const visits = doors.map((door, index) =>
    records.visit(door, { roundId, outcome: outcomes[index % outcomes.length] ?? 'completed' }),
  );
  const answers = {
    ...shortAnswers,
    overallSatisfaction: 'dissatisfied',
    topicsToFix: ['lift'],
    wantsContact: true,
  };
  const responses = doors
    .filter((_, index) => index % outcomes.length === 0)
    .map((door, index) => {
      const identityMode = index % 2 === 0 ? ('named' as const) : ('confidential' as const);
      return records.response(door, { roundId, identityMode, answers });
    });
  const refused = records.visit(must(doors[0], 'a door'), { roundId, formHash: 'a'.repeat(64) });
  const sentAt = having.clock.now.toISOString();
  const mutations: Mutation[] = [...visits, ...responses, refused];
  const body = { streetId, sentAt, unsent: 0, oldestUnsentAt: null, mutations };
  const { results } = await call(push, { body });
  expect(results.filter(({ result }) => result === 'accepted')).toHaveLength(mutations.length - 1);
}

// Some thousand requests a test.
describe('an assessor’s round', { timeout: 240_000 }, () => {
  let before: string[];

  it('is nowhere while it is a draft, not even by the name it takes', async () => {
    expectNone(await differences(everywhere()));
    before = await cursors();
    await prepare();
    expectNone(await differences(everywhere()));
    const body = { ...sides.base.world.roundBody(), name, statement: '了解情况' };
    const create = must(
      allEndpoints.find((one) => one.name === 'createRound'),
      'the endpoint',
    );
    const asked = { endpoint: create, params: inStreet(), query: '', body };
    expectNone(await differences([asked]));
  });

  it('is nowhere once its sample is drawn, and shows nobody which doors are in it', async () => {
    const call = personIn(sides.having, sides.base.district);
    await call(openRound, { params: { ...inStreet(), roundId } });
    expectNone(await differences(everywhere()));
    expect(await changesSince(before)).toEqual([]);
  });

  it('leaves nothing anywhere when its doors are visited', async () => {
    await walk();
    expectNone(await differences(everywhere()));
    expect(await changesSince(before)).toEqual([]);
  });

  it('answers who knows its ids as if there were none', async () => {
    const [hidden] = await facts.findHiddenIds(sides.having.sql, inStreet().areaId, roundId);
    const ids = { roundId, ...must(hidden, 'its ids') };
    expectNone(await differences(everywhere(ids)));
    expectNone(
      await differences(
        calls(
          writing.filter(({ name: own }) => !atTheEnd.includes(own)),
          ids,
        ),
      ),
    );
    expectNone(await differences(pushesTo(sides.base.world, roundId, ids.visitId)));
  });

  it('changes nothing of what others write, and of what they read afterwards', async () => {
    const { roundId: own, visit } = sides.base.world;
    expectNone(await differences(pushesTo(sides.base.world, own, visit.id)));
    expectNone(await differences(calls(writing.filter(({ name: one }) => !atTheEnd.includes(one)))));
    expectNone(await differences(everywhere()));
  });

  it('is nowhere when it is closed', async () => {
    const call = personIn(sides.having, sides.base.district);
    await call(closeRound, { params: { ...inStreet(), roundId } });
    expectNone(await differences(everywhere()));
    expectNone(await differences(calls(writing.filter(({ name: own }) => own === 'closeRound'))));
    expectNone(await differences(everywhere()));
  });

  it('is seen by all of them once it is released, and then the same comparison finds it', async () => {
    const call = personIn(sides.having, sides.base.district);
    await call(releaseRound, { params: { ...inStreet(), roundId } });
    const found = (await differences(everywhere({ roundId }))).map((one) => one.split(':')[0]);
    for (const seen of [
      'communityOffice, listRounds',
      'streetOffice, readRound',
      'streetOffice, readCoverage',
      'streetOffice, listVisits',
      'communityOffice, downloadLedger',
      'streetOffice, readRates',
    ])
      expect(found).toContain(seen);
  });
});

/** Where each caller's tablet stood in the world that has the round. */
async function cursors(): Promise<string[]> {
  const query = { streetId: inStreet().areaId };
  const { base, having } = sides;
  return Promise.all(
    base.callers
      .filter(({ role }) => !role.endsWith('Office'))
      .map(async ({ tablet }) => (await personIn(having, tablet)(pull, { query })).cursor),
  );
}

/** What the tablets are told that was not so when they last asked; nobody else has written anything since. */
async function changesSince(cursorsBefore: readonly string[]): Promise<unknown[]> {
  const { base, having } = sides;
  const tablets = base.callers.filter(({ role }) => !role.endsWith('Office')).map(({ tablet }) => tablet);
  const changes = await Promise.all(
    tablets.map(async (tablet, index): Promise<PullResponse> => {
      const query = { streetId: inStreet().areaId, since: must(cursorsBefore[index], 'a cursor') };
      return personIn(having, tablet)(pull, { query });
    }),
  );
  return changes.flatMap(({ reset, households, assignments, plans, revisits, issues, parallelVisits }) => [
    ...(reset ? ['all of it anew'] : []),
    ...[households, assignments, plans, revisits, issues, parallelVisits].flat(),
  ]);
}
