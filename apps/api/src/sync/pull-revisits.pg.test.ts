import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  closeRound,
  handleRevisit,
  newId,
  pull,
  raiseRevisit,
  type BodyOf,
  type Mutation,
  type MutationPayload,
  type PullResponse,
  type RevisitView,
} from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import * as facts from './pull.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let wang: TestPerson, zhou: TestPerson;
let li: TestTablet, zhous: TestTablet;
let unused: TestDoor[];
let door: TestDoor;
let revisit: RevisitView;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  wang = await api.person('wang', ['communityOffice', street.communities.liuyin]);
  // In no team, and so in no round.
  zhou = await api.person('zhou', ['worker', street.communities.liuyin]);
  [li, zhous] = [await api.tablet(street.people.li), await api.tablet(zhou)];
  unused = [...street.doors.liuyin];
});
afterAll(() => api.stop());

beforeEach(async () => {
  door = must(unused.shift(), 'a door no test has used');
  const body = { householdId: door.id, dueOn: '2026-11-20', topics: ['lift' as const] };
  revisit = await wang.call(raiseRevisit, { params: { areaId: door.communityId }, body });
});

const handle = (body: BodyOf<typeof handleRevisit>) =>
  wang.call(handleRevisit, { params: { areaId: street.communities.liuyin, revisitId: revisit.id }, body });
const give = (person: TestPerson) => handle({ plannedOn: '2026-11-15', ownerId: person.id });

const changes = (tablet: TestTablet, since?: string): Promise<PullResponse> =>
  tablet.call(pull, { query: { streetId: street.streetId, ...(since === undefined ? {} : { since }) } });
const here = (page: PullResponse) => page.revisits.filter((one) => one.id === revisit.id);

let sequence = 0;
function recorded(change: Partial<MutationPayload<'recordRevisit'>> = {}): Mutation {
  sequence += 1;
  const payload = { revisitId: revisit.id, state: 'visited' as const, cause: '电梯常坏', ...change };
  return {
    id: newId(),
    sequence,
    deviceTime: api.clock.now.toISOString(),
    kind: 'recordRevisit',
    payload,
  };
}

describe('a revisit that was given to somebody', () => {
  it('reaches their tablet with its door, though no round of theirs lists it; their neighbours stay unnamed', async () => {
    const { cursor } = await changes(zhous);
    await facts.insertResident(api.sql, street.streetId, door.id);
    const neighbour = street.doors.liuyin.find(
      (one) => one.stairwellId === door.stairwellId && one.id !== door.id,
    );
    await facts.insertResident(api.sql, street.streetId, must(neighbour, 'a neighbour').id);
    await give(zhou);
    for (const page of [await changes(zhous, cursor), await changes(zhous)]) {
      expect(page).toMatchObject({ rounds: [], assignments: [], stairwells: [{ id: door.stairwellId }] });
      expect(here(page)).toMatchObject([
        { own: true, gone: false, state: 'planned', plannedOn: '2026-11-15', topics: ['lift'] },
      ]);
      const named = page.households.filter((one) => one.residentName !== null || one.phone !== null);
      expect(named).toMatchObject([{ id: door.id, phone: '19900000000' }]);
    }
    const after = await changes(zhous, (await changes(zhous, cursor)).cursor);
    expect(after).toMatchObject({ revisits: [], households: [] });
  });

  it('leaves their tablet when it goes to somebody else, with the door it brought', async () => {
    await give(zhou);
    const { cursor } = await changes(zhous);
    await give(street.people.li);
    const page = await changes(zhous, cursor);
    expect(here(page)).toMatchObject([{ own: false, gone: true }]);
    expect(page.households.some((one) => one.id === door.id)).toBe(false);
    expect(here(await changes(zhous))).toEqual([]);
    expect(here(await changes(li))).toMatchObject([{ own: true, gone: false }]);
  });

  it('stays with the team that visits the door, whoever it was given to', async () => {
    const { cursor } = await changes(li);
    await give(zhou);
    expect(here(await changes(li, cursor))).toMatchObject([{ own: false, gone: false }]);
  });

  it('tells those who visit the door what was promised there, and nobody it went away from', async () => {
    await give(zhou);
    const { cursor } = await changes(zhous);
    await records.push(zhous, recorded({ promise: '下周修好电梯' }));
    expect(here(await changes(li))).toMatchObject([{ promise: '下周修好电梯' }]);
    await give(street.people.li);
    expect(here(await changes(zhous, cursor))).toMatchObject([{ gone: true, promise: null }]);
  });

  it('leaves their tablet once it is dealt with', async () => {
    await give(zhou);
    const { cursor } = await changes(zhous);
    await handle({ state: 'resolved', cause: '电梯已修' });
    expect(here(await changes(zhous, cursor))).toMatchObject([{ gone: true }]);
  });

  it('is theirs to record, also when it went to somebody else meanwhile, and nobody else’s', async () => {
    const strange = recorded();
    expect(await records.push(zhous, strange)).toMatchObject([{ result: 'rejected', code: 'notAssigned' }]);
    await give(zhou);
    expect(await records.push(zhous, recorded())).toMatchObject([{ result: 'accepted' }]);
    await give(street.people.li);
    expect(await records.push(zhous, recorded({ state: 'resolved' }))).toMatchObject([
      { result: 'accepted' },
    ]);
  });
});

describe('when the round is closed', () => {
  it('a revisit stays on the tablet of whom it was given to, and no other does', async () => {
    await give(street.people.li);
    const qian = await api.person('qian', ['districtOffice', street.districtId]);
    await qian.call(closeRound, { params: { areaId: street.streetId, roundId: street.roundId } });
    const page = await changes(li);
    expect(page).toMatchObject({ rounds: [], assignments: [] });
    expect(page.revisits.every((one) => one.own)).toBe(true);
    expect(here(page)).toMatchObject([{ own: true, gone: false }]);
    expect(page.households.some((one) => one.id === door.id)).toBe(true);
    expect(await records.push(li, recorded({ state: 'resolved' }))).toMatchObject([{ result: 'accepted' }]);
  });
});
