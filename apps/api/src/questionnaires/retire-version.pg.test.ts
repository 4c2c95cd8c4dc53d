/** A version that is retired begins no new round, and is taken away from no round that has it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as protocol from '@huhudao/protocol';
import { must } from '@huhudao/domain';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let office: TestPerson, district: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  office = street.people.office;
  district = await api.person('district', ['districtOffice', street.districtId]);
});
afterAll(() => api.stop());

const inStreet = () => ({ areaId: street.streetId });
const bodyOf = (name: string) => ({
  ...{ name, purpose: 'coverage' as const, startsOn: '2026-11-10', deadline: '2026-11-30' },
  ...{ questionnaireHash: street.hashes.questionnaire, visitFormHash: street.hashes.visitForm },
  ...{ statement: '我们是社区的，来听听您的意见。', materials: ['告知单'] },
  scope: { communityIds: Object.values(street.communities) },
  teamIds: Object.values(street.teams),
});

const retire = (retired: boolean) =>
  district.call(protocol.retireVersion, { params: { hash: street.hashes.questionnaire }, body: { retired } });

async function isListedRetired(): Promise<boolean> {
  const versions = (await office.call(protocol.listQuestionnaires, {})).flatMap((form) => form.versions);
  return must(
    versions.find(({ hash }) => hash === street.hashes.questionnaire),
    'the version',
  ).retired;
}

it('rounds that are open keep it, no other begins with it, and it can be taken back into use', async () => {
  const running = await office.call(protocol.createRound, { params: inStreet(), body: bodyOf('在走的一轮') });
  await office.call(protocol.openRound, { params: { ...inStreet(), roundId: running.id } });
  const draft = await office.call(protocol.createRound, { params: inStreet(), body: bodyOf('还没开的一轮') });

  expect(await retire(true)).toMatchObject({ hash: street.hashes.questionnaire, retired: true });
  expect(await isListedRetired()).toBe(true);
  const [round] = (await office.call(protocol.listRounds, { params: inStreet() })).filter(
    ({ id }) => id === running.id,
  );
  expect(round).toMatchObject({ state: 'open', questionnaireHash: street.hashes.questionnaire });
  const retired = { code: 'versionRetired' };
  await expect(
    office.call(protocol.createRound, { params: inStreet(), body: bodyOf('新的一轮') }),
  ).rejects.toMatchObject(retired);
  const params = { ...inStreet(), roundId: draft.id };
  await expect(office.call(protocol.openRound, { params })).rejects.toMatchObject(retired);

  expect(await retire(true)).toMatchObject({ retired: true });
  expect(await retire(false)).toMatchObject({ retired: false });
  expect(await isListedRetired()).toBe(false);
  await office.call(protocol.openRound, { params });
});

it('is not for a street office, and not for a version there never was', async () => {
  const body = { retired: true };
  const params = { hash: street.hashes.questionnaire };
  await expect(office.call(protocol.retireVersion, { params, body })).rejects.toMatchObject({
    code: 'notFound',
  });
  await expect(
    district.call(protocol.retireVersion, { params: { hash: '0'.repeat(64) }, body }),
  ).rejects.toMatchObject({ code: 'notFound' });
});
