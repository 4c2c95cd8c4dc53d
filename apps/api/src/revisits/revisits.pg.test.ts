import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type Topic } from '@huhudao/domain';
import {
  closeRound,
  handleRevisit,
  listRevisits,
  newId,
  pushAnonymous,
  raiseRevisit,
} from '@huhudao/protocol';
import { Records, shortAnswers } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import { ensureBuiltInRules } from './built-in-rules.ts';
import * as facts from './revisits.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet;
let office: TestPerson, wang: TestPerson;
let unused: TestDoor[];

const dissatisfied = { ...shortAnswers, overallSatisfaction: 'dissatisfied' };
const asking = { ...dissatisfied, topicsToFix: ['lift'], wantsContact: true };

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  await ensureBuiltInRules(api.deps);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  office = street.people.office;
  wang = await api.person('wang', ['communityOffice', street.communities.liuyin]);
  unused = [...street.doors.liuyin];
});
afterAll(() => api.stop());

const nextDoor = (): TestDoor => must(unused.shift(), 'a door no test has used');
const raisedAt = (door: TestDoor) => facts.listRaised(api.sql, street.streetId, door.id);
const reasonsAt = async (door: TestDoor) => (await raisedAt(door)).map((one) => one.reason);
const inStreet = () => ({ params: { areaId: street.streetId } });
const inLiuyin = () => ({ params: { areaId: street.communities.liuyin } });

describe('rules', () => {
  it('flag a dissatisfied resident who chose to be named, with the topics to be passed on', async () => {
    const door = nextDoor();
    await records.push(li, records.response(door, { answers: dissatisfied, topics: ['rubbish'] }));
    expect(await raisedAt(door)).toMatchObject([
      { reason: 'lowSatisfaction', state: 'open', topics: ['rubbish'], ruleVersion: 1, dueOn: '2026-11-17' },
    ]);
  });

  it('never flag a confidential resident for an answer, only for asking', async () => {
    const [silent, asks] = [nextDoor(), nextDoor()];
    await records.push(
      li,
      records.response(silent, { identityMode: 'confidential', answers: dissatisfied }),
      records.response(asks, { identityMode: 'confidential', answers: asking }),
    );
    expect(await reasonsAt(silent)).toEqual([]);
    expect(await reasonsAt(asks)).toEqual(['residentAsked']);
  });

  it('never flag anybody for an anonymous response', async () => {
    const before = await facts.countRaised(api.sql, street.streetId);
    const responses = Array.from({ length: 5 }, () =>
      records.anonymous(street.communities.liuyin, { answers: asking }),
    );
    await li.call(pushAnonymous, { body: { streetId: street.streetId, responses } });
    expect(await facts.countRaised(api.sql, street.streetId)).toEqual(before);
  });

  it('flag doors with attempts left, and settle that when somebody is met', async () => {
    const door = nextDoor();
    await records.push(li, records.visit(door, { outcome: 'notHome' }));
    expect(await raisedAt(door)).toMatchObject([
      { reason: 'attemptsLeft', state: 'open', dueOn: '2026-11-13' },
    ]);
    await records.push(li, records.visit(door));
    expect(await raisedAt(door)).toMatchObject([{ reason: 'attemptsLeft', state: 'resolved' }]);
  });

  it('are added to an installation once', async () => {
    const door = nextDoor();
    await ensureBuiltInRules(api.deps);
    await records.push(li, records.response(door, { answers: asking }));
    expect(await reasonsAt(door)).toEqual(['lowSatisfaction', 'residentAsked']);
  });
});

describe('the queue', () => {
  it('tells the street office the reason with its rule, and nobody below', async () => {
    const full = await office.call(listRevisits, { ...inStreet(), query: { limit: 500 } });
    expect(full.items.some((one) => one.reason === 'lowSatisfaction' && one.rule?.version === 1)).toBe(true);
    const seen = await wang.call(listRevisits, { ...inLiuyin(), query: { limit: 500 } });
    expect(seen.total).toBe(full.total);
    for (const one of seen.items) expect(one).toMatchObject({ reason: null, rule: null, raisedAt: null });
    expect(JSON.stringify(seen)).not.toContain('lowSatisfaction');
  });

  it('cannot be asked by reason below the street office', async () => {
    const query = { reason: 'lowSatisfaction' as const };
    await expect(wang.call(listRevisits, { ...inLiuyin(), query })).rejects.toMatchObject({
      code: 'notFound',
    });
    const { items } = await office.call(listRevisits, { ...inStreet(), query });
    expect(items.map((one) => one.reason)).toEqual(['lowSatisfaction', 'lowSatisfaction']);
  });

  it('puts what is due first, and says what is overdue', async () => {
    const { items } = await office.call(listRevisits, inStreet());
    expect(items.map((one) => one.dueOn)).toEqual(items.map((one) => one.dueOn).toSorted());
    expect(items.some((one) => one.overdue)).toBe(false);
  });

  it('is searched by address, name and initials', async () => {
    const door = must(street.doors.liuyin[0], 'a door');
    await facts.insertResident(api.sql, {
      streetId: street.streetId,
      id: newId(),
      householdId: door.id,
      name: '张建华',
      initials: 'zjh',
    });
    for (const search of ['zjh', '张建', '柳苑 101', '1单元 zjh']) {
      const { items, total } = await office.call(listRevisits, { ...inStreet(), query: { search } });
      expect(items.map((one) => one.householdId)).toContain(door.id);
      expect(total).toBe(items.length);
    }
    expect(await office.call(listRevisits, { ...inStreet(), query: { search: 'zjhx' } })).toMatchObject({
      total: 0,
    });
  });

  it('of another community is not found', async () => {
    const areaId = street.communities.nanqiao;
    await expect(wang.call(listRevisits, { params: { areaId } })).rejects.toMatchObject({ code: 'notFound' });
    expect(await office.call(listRevisits, { params: { areaId } })).toMatchObject({ total: 0 });
  });

  it('gets nothing from an assessor’s round: it would tell whose door was sampled', async () => {
    const roundId = await street.openRound('第三方测评');
    await facts.giveToAssessor(api.sql, street.streetId, roundId, street.people.li.id);
    const [unhappy, away] = [nextDoor(), nextDoor()];
    const sent = await records.push(
      li,
      records.response(unhappy, { roundId, answers: asking }),
      records.visit(away, { roundId, outcome: 'notHome' }),
    );
    expect(sent.map(({ result }) => result)).toEqual(['accepted', 'accepted']);
    expect(await reasonsAt(away)).toEqual([]);
    const door = unhappy;
    expect(await reasonsAt(door)).toEqual([]);
  });
});

describe('a revisit', () => {
  const raise = (person: TestPerson, door: TestDoor, change: { dueOn?: string; note?: string } = {}) =>
    person.call(raiseRevisit, {
      params: { areaId: door.communityId },
      body: { householdId: door.id, dueOn: '2026-11-20', topics: ['lift'], ...change },
    });
  const handle = (person: TestPerson, id: string, body: object) =>
    person.call(handleRevisit, { params: { areaId: street.communities.liuyin, revisitId: id }, body });

  it('is raised by hand once at a time, for a household that may be contacted', async () => {
    const [door, quiet] = [nextDoor(), nextDoor()];
    const revisit = await raise(wang, door, { note: '家有老人，先打电话' });
    expect(revisit).toMatchObject({
      state: 'open',
      reason: null,
      note: '家有老人，先打电话',
      topics: ['lift'],
    });
    await expect(raise(wang, door)).rejects.toMatchObject({ code: 'revisitWaiting' });
    await expect(raise(wang, nextDoor(), { dueOn: '2026-11-09' })).rejects.toMatchObject({
      code: 'invalidRequest',
    });
    await facts.setDoNotContact(api.sql, street.streetId, quiet.id);
    await expect(raise(wang, quiet)).rejects.toMatchObject({ code: 'householdDoNotContact' });
    const other = must(street.doors.nanqiao[0], 'a door');
    await expect(
      wang.call(raiseRevisit, {
        ...inLiuyin(),
        body: { householdId: other.id, dueOn: '2026-11-20', topics: [] },
      }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });

  it('keeps the street office’s note to itself', async () => {
    const { id } = await raise(office, nextDoor(), { note: '对物业不满' });
    const { items } = await wang.call(listRevisits, { ...inLiuyin(), query: { limit: 500 } });
    expect(items.find((one) => one.id === id)).toMatchObject({ note: null });
  });

  it('is planned with a day and an owner who works there, and taken off the calendar again', async () => {
    const { id } = await raise(wang, nextDoor());
    await expect(handle(wang, id, { state: 'planned' })).rejects.toMatchObject({ code: 'invalidRequest' });
    const planned = await handle(wang, id, { plannedOn: '2026-11-15', ownerId: street.people.li.id });
    expect(planned).toMatchObject({ state: 'planned', plannedOn: '2026-11-15', ownerName: 'li' });
    expect(await handle(wang, id, { plannedOn: null })).toMatchObject({ state: 'open', plannedOn: null });
    await expect(handle(wang, id, { ownerId: street.people.sun.id })).rejects.toMatchObject({
      code: 'personUnsuitable',
    });
  });

  it('ends with its cause, and then changes no more', async () => {
    const door = nextDoor();
    const { id } = await raise(wang, door);
    await expect(handle(wang, id, { state: 'resolved', cause: '' })).rejects.toMatchObject({
      code: 'causeMissing',
    });
    const body = { state: 'resolved', cause: '电梯常坏', explanation: '已报修', promise: '周五前修好' };
    expect(await handle(wang, id, body)).toMatchObject({ ...body, resolvedAt: api.clock.now.toISOString() });
    await expect(handle(wang, id, { state: 'open' })).rejects.toMatchObject({ code: 'revisitStateWrong' });
    await expect(handle(wang, id, { promise: '改口' })).rejects.toMatchObject({ code: 'revisitStateWrong' });
    const [head] = await facts.readChangeNumber(api.sql, street.streetId);
    expect(await raisedAt(door)).toMatchObject([{ changeNumber: must(head, 'the head row').changeNumber }]);
    await expect(raise(wang, door)).resolves.toMatchObject({ state: 'open' });
  });

  it('goes back no step that was taken', async () => {
    const { id } = await raise(wang, nextDoor());
    await handle(wang, id, { state: 'visited' });
    await expect(handle(wang, id, { state: 'open' })).rejects.toMatchObject({ code: 'revisitStateWrong' });
    expect(await handle(wang, id, { state: 'declined' })).toMatchObject({ state: 'declined', cause: null });
  });
});

describe('a flag that is raised again', () => {
  it('names each topic once, whether it comes with the same batch or later', async () => {
    const door = nextDoor();
    const told = (...topics: Topic[]) => records.response(door, { answers: dissatisfied, topics });
    const raised = async () => (await raisedAt(door)).map((one) => one.topics);
    await records.push(li, told('lift', 'lift'), told('rubbish', 'lift'));
    expect(await raised()).toEqual([['lift', 'rubbish']]);
    await records.push(li, told('rubbish', 'parking', 'lift'));
    expect(await raised()).toEqual([['lift', 'rubbish', 'parking']]);
  });
});

describe('when a round ends', () => {
  const close = async (roundId: string) => {
    const qian = await api.person('qian', ['districtOffice', street.districtId]);
    await qian.call(closeRound, { params: { areaId: street.streetId, roundId } });
  };
  const miss = (door: TestDoor, roundId: string) =>
    records.push(li, records.visit(door, { roundId, outcome: 'notHome' }));

  it('a door that another open round still owes an attempt stays flagged, for that round', async () => {
    const [ending, staying] = [await street.openRound('甲轮'), await street.openRound('乙轮')];
    const door = nextDoor();
    await miss(door, ending);
    await miss(door, staying);
    await close(ending);
    expect(await raisedAt(door)).toMatchObject([{ state: 'open', roundId: staying }]);
    await close(staying);
    expect(await raisedAt(door)).toMatchObject([{ state: 'unresolved', roundId: staying }]);
  });

  it('the attempts that were left in it end with it, on record, and the next round flags the door anew', async () => {
    const roundId = await street.openRound('十一月再访');
    const door = nextDoor();
    await miss(door, roundId);
    await close(roundId);
    expect(await raisedAt(door)).toMatchObject([
      { reason: 'attemptsLeft', state: 'unresolved', cause: '本轮走访结束时仍未遇到人。', roundId },
    ]);
    const [entry] = await facts.listAudit(api.sql, street.streetId, 'round.closed');
    expect(entry?.subject).toMatchObject({ roundId, revisitsEnded: 1 });
    api.clock.now = new Date('2026-11-18T02:00:00.000Z');
    const next = await street.openRound('十二月普访');
    await miss(door, next);
    expect((await raisedAt(door)).filter((one) => one.state === 'open')).toMatchObject([
      { reason: 'attemptsLeft', roundId: next, dueOn: '2026-11-21' },
    ]);
  });
});
