import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  closeRound,
  listIssues,
  newId,
  pull,
  readIssuePhoto,
  type PhotoReference,
  type PullResponse,
} from '@huhudao/protocol';
import { announce, sendPart, sendPhoto, takePhoto, type TestPhoto } from '../testing/photo.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import { countNaming, listQuarantined, listStored, markState } from './issues.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let wang: TestPerson, ding: TestPerson;
let li: TestTablet, zhao: TestTablet, sun: TestTablet, head: TestTablet;
let unused: TestDoor[];

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  wang = await api.person('wang', ['communityOffice', street.communities.liuyin]);
  ding = await api.person('ding', ['districtOffice', street.districtId]);
  const { people } = street;
  [li, zhao, sun, head] = await Promise.all([
    api.tablet(people.li),
    api.tablet(people.zhao),
    api.tablet(people.sun),
    api.tablet(people.head),
  ]);
  unused = [...street.doors.liuyin];
});
afterAll(() => api.stop());

const nextDoor = (): TestDoor => must(unused.shift(), 'a door no test has used');
const referenceOf = ({ bytes: _, ...reference }: TestPhoto): PhotoReference => reference;
const list = (person: TestPerson, areaId: string, query = {}) =>
  person.call(listIssues, { params: { areaId }, query: { limit: 500, ...query } });
const changes = (tablet: TestTablet, since?: string): Promise<PullResponse> =>
  tablet.call(pull, { query: { streetId: street.streetId, ...(since === undefined ? {} : { since }) } });

describe('an issue reported at the door', () => {
  it('reaches the office with door, day, words and who wrote it down', async () => {
    const door = nextDoor();
    const issue = records.issue(door, { category: 'leakage', note: '  楼上漏水 ', mayNameDoor: true });
    expect(await records.push(li, issue)).toEqual([{ id: issue.id, result: 'accepted' }]);
    const { items } = await list(wang, street.communities.liuyin, { category: 'leakage' });
    expect(items).toEqual([
      {
        id: issue.id,
        householdId: door.id,
        address: expect.stringContaining(door.room),
        communityId: street.communities.liuyin,
        communityName: '柳荫社区',
        category: 'leakage',
        note: '楼上漏水',
        mayNameDoor: true,
        state: 'reported',
        reportedOn: '2026-11-10',
        reportedAt: '2026-11-10T02:00:00.000Z',
        roundName: '十一月测评',
        personName: 'li',
        photos: [],
      },
    ]);
  });

  it('sent again has one effect; the same id with other words is refused and kept', async () => {
    const issue = records.issue(nextDoor());
    await Promise.all([1, 2, 3, 4].map(() => records.push(li, issue)));
    expect(await records.push(li, issue)).toMatchObject([{ result: 'alreadyAccepted' }]);
    expect(await listStored(api.sql, street.streetId, [issue.id])).toHaveLength(1);
    const other = { ...issue, payload: { ...issue.payload, note: '别的' } };
    expect(await records.push(li, other)).toMatchObject([{ result: 'rejected', code: 'idReused' }]);
    expect(await listQuarantined(api.sql, street.streetId, issue.id)).toEqual([{ problemCode: 'idReused' }]);
  });

  it('is taken without a round, and after its round has ended: a wish is never late', async () => {
    const roundId = await street.openRound('短轮次', 'coverage');
    const during = records.issue(nextDoor(), { roundId });
    await street.people.office.call(closeRound, { params: { areaId: street.streetId, roundId } });
    const { roundId: _, ...payload } = records.issue(nextDoor()).payload as { roundId?: string };
    const without = { ...records.issue(nextDoor()), payload };
    expect(await records.push(li, during, without)).toMatchObject([
      { result: 'accepted' },
      { result: 'accepted' },
    ]);
  });

  it('keeps the time of a tablet whose clock is a week off, and refuses one that is years off', async () => {
    const issue = records.issue(nextDoor());
    const early = { ...issue, deviceTime: '2026-11-03T02:00:00.000Z' };
    const absurd = { ...records.issue(nextDoor()), deviceTime: '2001-01-01T00:00:00.000Z' };
    expect(await records.push(li, early, absurd)).toMatchObject([
      { result: 'accepted' },
      { result: 'rejected', code: 'implausibleTime' },
    ]);
    expect(await listStored(api.sql, street.streetId, [early.id])).toMatchObject([
      { reportedOn: '2026-11-03' },
    ]);
  });

  it('names in the audit its id and nothing of its words', async () => {
    const issue = records.issue(nextDoor(), { note: '只有这一户说的话' });
    await records.push(li, issue);
    const [naming] = await countNaming(api.sql, street.streetId, issue.id, '只有这一户说的话');
    expect(naming).toEqual({ id: 1, words: 0 });
  });
});

describe('an issue is refused, kept word for word, and blocks no other', () => {
  it('where its household is not there, not on the round’s list, or in a community its sender does not work in', async () => {
    const [nanqiao] = street.doors.nanqiao;
    const foreign = must(nanqiao, 'a door of 南桥');
    const refused = [
      records.issue({ ...foreign, id: newId() }),
      records.issue(foreign),
      records.issue(nextDoor(), { roundId: newId() }),
    ];
    const good = records.issue(nextDoor());
    const results = await records.push(li, ...refused, good);
    const code = 'issueHouseholdUnknown';
    const found = new Map(results.map((one) => [one.id, one]));
    for (const { id } of refused) expect(found.get(id)).toMatchObject({ result: 'rejected', code });
    expect(found.get(good.id)).toMatchObject({ result: 'accepted' });
    for (const { id } of refused)
      expect(await listQuarantined(api.sql, street.streetId, id)).toEqual([{ problemCode: code }]);
    expect(
      await listStored(
        api.sql,
        street.streetId,
        refused.map(({ id }) => id),
      ),
    ).toEqual([]);
  });

  it('where it is not well formed: too long, no category, five photos, the same photo twice', async () => {
    const photo = { digest: 'a'.repeat(64), size: 10, type: 'image/jpeg' as const };
    const five = Array.from({ length: 5 }, (_, index) => ({ ...photo, digest: String(index).repeat(64) }));
    const payloads = [
      { note: '长'.repeat(501) },
      { category: 'weather' },
      { photos: five },
      { photos: [photo, photo] },
      { photos: [{ ...photo, type: 'image/heic' }] },
      { photos: [{ ...photo, size: 10_000_001 }] },
      { answers: { overallSatisfaction: 'dissatisfied' } },
    ];
    const door = nextDoor();
    for (const change of payloads) {
      const issue = records.issue(door);
      const bad = { ...issue, payload: { ...issue.payload, ...change } };
      expect(await records.push(li, bad)).toMatchObject([{ result: 'rejected', code: 'recordInvalid' }]);
    }
  });

  it('where a building head or an assessor sends it', async () => {
    const cai = await api.tablet(await api.person('cai', ['assessor', street.districtId]));
    for (const tablet of [head, cai]) {
      const issue = records.issue(nextDoor());
      expect(await records.push(tablet, issue)).toMatchObject([{ result: 'rejected', code: 'notPermitted' }]);
    }
  });
});

describe('the office', () => {
  it('finds issues by community, category and state, the latest first, and only those of its own area', async () => {
    const door = must(street.doors.nanqiao[0], 'a door');
    const dogs = records.issue(door, { category: 'dogs' });
    await records.push(sun, dogs);
    const ids = async (person: TestPerson, areaId: string, query = {}) =>
      (await list(person, areaId, query)).items.map(({ id }) => id);
    expect(await ids(street.people.office, street.streetId, { category: 'dogs' })).toEqual([dogs.id]);
    expect(await ids(wang, street.communities.liuyin, { category: 'dogs' })).toEqual([]);
    const { nanqiao } = street.communities;
    expect(await ids(ding, street.districtId, { communityId: nanqiao })).toEqual([dogs.id]);
    expect(await ids(ding, street.districtId, { state: 'closed' })).toEqual([]);
    const { items, total } = await list(street.people.office, street.streetId);
    expect(items.map(({ reportedAt }) => reportedAt)).toEqual(
      items
        .map(({ reportedAt }) => reportedAt)
        .toSorted()
        .toReversed(),
    );
    expect(total).toBe(items.length);
    await expect(list(wang, nanqiao)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('sees a photo on its way until all of it has arrived, and then the photo itself, kept nowhere', async () => {
    const photo = await takePhoto(77);
    const issue = records.issue(nextDoor(), { category: 'noise', photos: [referenceOf(photo)] });
    await records.push(li, issue);
    const params = { areaId: street.communities.liuyin, issueId: issue.id, digest: photo.digest };
    const seen = async () =>
      (await list(wang, street.communities.liuyin, { category: 'noise' })).items[0]?.photos;
    await announce(li, street.streetId, photo);
    const told = { digest: photo.digest, type: 'image/jpeg', refused: null };
    expect(await seen()).toEqual([{ ...told, arrived: false }]);
    await expect(wang.call(readIssuePhoto, { params })).rejects.toMatchObject({ code: 'notFound' });
    await sendPhoto(li, street.streetId, photo);
    expect(await seen()).toEqual([{ ...told, arrived: true }]);
    const file = await wang.call(readIssuePhoto, { params });
    expect(Buffer.from(file.bytes).equals(Buffer.from(photo.bytes))).toBe(true);
    const address = `/api/areas/${params.areaId}/issues/${issue.id}/photos/${photo.digest}`;
    const response = await api.fetch(address, { headers: { ...wang.transport.headers?.() } });
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(response.headers.get('Content-Type')).toBe('image/jpeg');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('is told that a photo is not taken, and why, until it comes after all', async () => {
    const photo = await takePhoto(79, 300);
    const issue = records.issue(nextDoor(), { category: 'leakage', photos: [referenceOf(photo)] });
    await records.push(li, issue);
    const seen = async () =>
      (await list(wang, street.communities.liuyin, { category: 'leakage' })).items[0]?.photos;
    const damaged = { ...photo, bytes: photo.bytes.map((byte) => byte ^ 1) };
    await expect(sendPhoto(li, street.streetId, damaged)).rejects.toMatchObject({ code: 'photoDigestWrong' });
    expect(await seen()).toMatchObject([{ arrived: false, refused: 'photoDigestWrong' }]);
    await sendPart(li, street.streetId, photo, [0, 1000]);
    expect(await seen()).toMatchObject([{ arrived: false, refused: null }]);
    await sendPhoto(li, street.streetId, photo);
    expect(await seen()).toMatchObject([{ arrived: true, refused: null }]);
  });

  it('reaches a photo only through an issue of its own area that names it', async () => {
    const photo = await takePhoto(78, 300);
    const issue = records.issue(nextDoor(), { photos: [referenceOf(photo)] });
    const beside = records.issue(nextDoor());
    await records.push(li, issue, beside);
    await sendPhoto(li, street.streetId, photo);
    const chen = await api.person('chen', ['communityOffice', street.communities.nanqiao]);
    const digest = photo.digest;
    const asked: [TestPerson, string, string][] = [
      [chen, street.communities.nanqiao, issue.id],
      [chen, street.communities.liuyin, issue.id],
      [wang, street.communities.liuyin, beside.id],
    ];
    for (const [person, areaId, issueId] of asked)
      await expect(
        person.call(readIssuePhoto, { params: { areaId, issueId, digest } }),
      ).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a tablet pulls', () => {
  it('the open issues of its team’s doors with their words, and learns when one is open no more', async () => {
    const { cursor } = await changes(zhao);
    const door = nextDoor();
    const issue = records.issue(door);
    await records.push(li, issue);
    const page = await changes(zhao, cursor);
    expect(page.issues).toEqual([
      {
        id: issue.id,
        householdId: door.id,
        category: 'lift',
        state: 'reported',
        reportedOn: '2026-11-10',
        note: '电梯经常停运',
        gone: false,
      },
    ]);
    expect((await changes(zhao, page.cursor)).issues).toEqual([]);
    await markState(api.sql, street.streetId, issue.id, 'closed', Number(page.cursor.split('.')[0]) + 1);
    expect((await changes(zhao, page.cursor)).issues).toMatchObject([{ id: issue.id, gone: true }]);
    expect((await changes(zhao)).issues.map(({ id }) => id)).not.toContain(issue.id);
  });

  it('none of another team’s doors, and a building head none at all', async () => {
    const liuyin = new Set(street.doors.liuyin.map(({ id }) => id));
    const sunsIssues = (await changes(sun)).issues;
    expect(sunsIssues.filter(({ householdId }) => liuyin.has(householdId))).toEqual([]);
    expect((await changes(head)).issues).toEqual([]);
  });
});
