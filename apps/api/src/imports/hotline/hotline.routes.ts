/** A list of 12345 cases is read and its doors are looked for; the file is not kept, only what the office then sends. */
import { Problem, readHotlineList, type ListedCase } from '@huhudao/protocol';
import type { Deps } from '../../http/deps.ts';
import { streetOf } from '../../http/gate.ts';
import { route } from '../../http/route.ts';
import { listCompounds } from '../apply/register.queries.ts';
import { readSpreadsheet } from '../../spreadsheets/reading/read-spreadsheet.ts';
import { listDoors, listKnownStairwells } from './hotline.queries.ts';
import { addressReader } from './read-address.ts';
import { readCases, type ReadCase } from './read-cases.ts';

/** An address that means more doors than somebody looks through names too little: it is looked for by hand. */
const mostDoors = 12;

async function findDoors(deps: Deps, streetId: string, cases: readonly ReadCase[]): Promise<ListedCase[]> {
  const communities = deps.areas.communitiesWithin(streetId);
  const communityIds = communities.map(({ id }) => id);
  const [compounds, stairwells] = await Promise.all([
    listCompounds(deps.sql, streetId, communityIds),
    listKnownStairwells(deps.sql, streetId, communityIds),
  ]);
  const read = addressReader({ communities, compounds, stairwells });
  const rooms = cases.map(({ address }) => read(address));
  const asked = rooms.flatMap(({ stairwellIds, room }, position) =>
    stairwellIds.map((stairwellId) => ({ position, stairwellId, room })),
  );
  const found = Map.groupBy(await listDoors(deps.sql, streetId, asked), ({ position }) => position);
  return cases.map((one, index) => {
    const doors = (found.get(index) ?? []).map(({ position: _, ...door }) => door);
    const sure = doors.length === 1 && rooms[index]?.sure === true;
    return { ...one, sure, doors: doors.length > mostDoors ? [] : doors };
  });
}

export const hotlineRoutes = [
  route(readHotlineList, async ({ deps, body, ...place }) => {
    const read = await readSpreadsheet(body.bytes, { fileName: body.name });
    if (!read.ok) throw new Problem(read.failure.code, { ...read.failure.details });
    const { cases, ...skipped } = readCases(read.value);
    return { cases: await findDoors(deps, streetOf(place), cases), ...skipped };
  }),
];
