/** One worker's field: 2,000 doors in an open round that began eight days ago, one of their stairwells a tower. */
import { hashes } from '../world/push-item.ts';
import { makeWorld, type World } from '../world/world.ts';
import { analyze, insertRounds } from '../world/world.queries.ts';
import { assignTower, countEntering, insertResidents, insertTower } from './field.queries.ts';

export const tower = { floors: 33, rooms: 8 };
export const doors = 2000;
const round = '入户走访';

export async function makeFieldWorld(): Promise<World> {
  // More than are assigned: the last stairwell is drawn whole.
  const world = await makeWorld(doors);
  const { sql } = world;
  await insertTower(sql, tower.floors, tower.rooms);
  await insertResidents(sql);
  await countEntering(sql);
  const others = doors - tower.floors * tower.rooms;
  await insertRounds(sql, { name: round, streets: 1, doors: others, daysAgo: 8, ...hashes });
  await assignTower(sql, round);
  // What autovacuum does within a minute of such a change.
  await analyze(sql);
  return world;
}
