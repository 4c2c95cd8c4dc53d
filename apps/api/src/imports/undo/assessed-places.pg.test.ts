/** An import cannot be undone under a round; by which of its doors it is refused must not tell what an assessor visits. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { createRound, listPlaces, openRound } from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../../testing/test-street.ts';
import { csv, ImportingOffice } from '../importing-office.testing.ts';

let api: TestApi;
let street: TestStreet;
let district: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  district = await api.person('district', ['districtOffice', street.districtId]);
});
afterAll(() => api.stop());

/** An assessor's round in the one building of which this is the name. */
async function assess(building: string, name: string): Promise<void> {
  const communityId = street.communities.liuyin;
  const places = await district.call(listPlaces, { params: { areaId: communityId } });
  const { id } = must(
    places.find((one) => one.name === building),
    'a building',
  );
  const assessor = await api.person(name, ['assessor', street.streetId]);
  const params = { areaId: street.streetId };
  const body = {
    ...{ name, purpose: 'measurement' as const, startsOn: '2026-11-10', deadline: '2026-11-30' },
    questionnaireHash: street.hashes.questionnaire,
    visitFormHash: street.hashes.visitForm,
    ...{ statement: '我们是第三方测评机构。', materials: [], teamIds: [], assessorId: assessor.id },
    scope: {
      communityIds: [communityId],
      parts: { [communityId]: [id] },
      sampleSizes: { [communityId]: 1 },
    },
  };
  const round = await district.call(createRound, { params, body });
  await district.call(openRound, { params: { ...params, roundId: round.id } });
}

it('an import of two buildings is refused alike, whichever of them, or neither, the assessor visits', async () => {
  const office = new ImportingOffice(street.people.office, street.streetId);
  const rows = ['1栋', '2栋'].map((label) => `柳荫社区,,建设新村,${label},1单元,1,101,,,自住,`);
  const applied = await office.take(csv(...rows));
  const refused = { code: 'importUndoBlocked', details: { count: 2 } };
  await assess('柳苑 1栋', '暗访一');
  await expect(office.undo(applied)).rejects.toMatchObject(refused);
  await assess('建设新村 1栋', '暗访二');
  await expect(office.undo(applied)).rejects.toMatchObject(refused);
});
