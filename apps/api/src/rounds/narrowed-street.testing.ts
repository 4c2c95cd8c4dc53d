/** The test street with more buildings: two grids, a building in neither, and doors that nobody may visit. */
import { newId } from '@huhudao/protocol';
import type { TestApi } from '../testing/test-api.ts';
import { buildTestStreet } from '../testing/test-street.ts';
import * as world from '../testing/world.queries.ts';

export type NarrowedStreet = Awaited<ReturnType<typeof buildNarrowedStreet>>;

export async function buildNarrowedStreet(api: TestApi) {
  const street = await buildTestStreet(api);
  const { streetId, communities } = street;
  const communityId = communities.liuyin;
  const grids = [
    await api.area('grid', '第一网格', communityId),
    await api.area('grid', '第二网格', communityId),
  ];
  const compoundId = newId();
  await world.insertCompound(api.sql, { streetId, id: compoundId, communityId, name: '桥东里' });
  for (const [index, stairwells] of [2, 1, 3].entries()) {
    const building = { id: newId(), label: `${index + 1}栋`, position: index + 1 };
    await world.insertBuilding(api.sql, { streetId, compoundId, communityId, ...building });
    for (let number = 1; number <= stairwells; number += 1)
      await addStairwell(api, { streetId, communityId, buildingId: building.id, number });
  }
  const buildings = await world.listBuildings(api.sql, streetId, communityId);
  // The last one stays in no grid.
  for (const [index, { id }] of buildings.slice(0, -1).entries())
    await world.setGrid(api.sql, streetId, id, index === 0 ? grids[0] : grids[1]);
  return { ...street, grids };
}

/** Five doors, of which one stands empty. */
async function addStairwell(
  api: TestApi,
  place: { streetId: string; communityId: string; buildingId: string; number: number },
): Promise<void> {
  const { streetId, communityId, buildingId, number } = place;
  const stairwellId = newId();
  const label = `${number}单元`;
  const row = { streetId, communityId, buildingId, id: stairwellId, label, position: number };
  await world.insertStairwell(api.sql, row);
  const doors = [1, 2, 3, 4, 5].map((floor) => ({
    ...{ streetId, communityId, stairwellId, floor, id: newId(), room: `${floor}01`, position: 1 },
    occupancy: floor === 5 ? 'vacant' : 'occupied',
    changeNumber: 1,
  }));
  await world.insertHouseholds(api.sql, doors);
}
