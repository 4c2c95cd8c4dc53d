/** An import cannot be undone under a round; by which of its doors it is refused must not tell what an assessor visits. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRound, openRound } from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../../testing/test-street.ts';
import { listBuildings, setGrid } from '../../testing/world.queries.ts';
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

/** An assessor's round in one grid. */
async function assess(gridId: string, name: string): Promise<void> {
  const communityId = street.communities.liuyin;
  const assessor = await api.person(name, ['assessor', street.streetId]);
  const params = { areaId: street.streetId };
  const body = {
    ...{ name, purpose: 'measurement' as const, startsOn: '2026-11-10', deadline: '2026-11-30' },
    questionnaireHash: street.hashes.questionnaire,
    visitFormHash: street.hashes.visitForm,
    ...{ statement: '我们是第三方测评机构。', materials: [], teamIds: [], assessorId: assessor.id },
    scope: {
      communityIds: [communityId],
      parts: { [communityId]: [gridId] },
      sampleSizes: { [communityId]: 1 },
    },
  };
  const round = await district.call(createRound, { params, body });
  await district.call(openRound, { params: { ...params, roundId: round.id } });
}

it('an import of two grids is refused alike, whichever of them the assessor visits, or neither', async () => {
  const { liuyin } = street.communities;
  const [east, west, old] = [
    await api.area('grid', '东网格', liuyin),
    await api.area('grid', '西网格', liuyin),
    await api.area('grid', '老网格', liuyin),
  ];
  for (const { id } of await listBuildings(api.sql, street.streetId, liuyin))
    await setGrid(api.sql, street.streetId, id, old);
  const office = new ImportingOffice(street.people.office, street.streetId);
  const rows = ['东网格,建设新村,1栋', '西网格,建设新村,2栋'];
  const applied = await office.take(csv(...rows.map((place) => `柳荫社区,${place},1单元,1,101,,,自住,`)));
  const refused = { code: 'importUndoBlocked', details: { count: 2 } };
  for (const [index, gridId] of [old, east, west].entries()) {
    await assess(gridId, `暗访${index}`);
    await expect(office.undo(applied)).rejects.toMatchObject(refused);
  }
});
