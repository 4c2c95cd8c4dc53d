/** The roster of the demonstration street, as an office would keep it: a CSV that goes through the import. */
import type { Dice } from './dice.ts';
import { communities, inventName } from './demo-places.ts';

const header = '社区,网格,小区,楼栋,单元,楼层,房号,户主姓名,联系电话,房屋状态,备注';
const households = 12_000;

type Building = {
  community: string;
  grid: string;
  compound: string;
  label: string;
  stairwells: number;
  floors: number;
  rooms: number;
};

const statuses = { 自住: 0.71, 出租: 0.16, 空置: 0.07, 人户分离: 0.04, 商用: 0.02 };

/** Buildings of a community: old six-storey blocks and newer, taller ones, until there are enough doors. */
function buildingsOf(dice: Dice, index: number, doorsWanted: number): Building[] {
  const community = communities[index];
  if (community === undefined) throw new Error('no such community');
  const buildings: Building[] = [];
  for (let doors = 0; doors < doorsWanted;) {
    const tall = dice.chance(0.3);
    const compound =
      community.compounds[Math.min(2, Math.floor((3 * doors) / doorsWanted))] ?? community.name;
    const building = {
      community: community.name,
      grid: `第${1 + Math.floor((4 * doors) / doorsWanted)}网格`,
      compound,
      label: `${1 + buildings.filter((one) => one.compound === compound).length}栋`,
      stairwells: tall ? dice.between(1, 2) : dice.between(2, 4),
      floors: tall ? dice.between(11, 18) : 6,
      rooms: tall ? 4 : dice.between(2, 3),
    };
    buildings.push(building);
    doors += building.stairwells * building.floors * building.rooms;
  }
  return buildings;
}

/** The file's text: 12,000 doors with invented names and numbers that are never given out (199 0000 …). */
export function writeRoster(dice: Dice): string {
  const lines = [header];
  const perCommunity = Math.ceil(households / communities.length);
  for (const index of communities.keys()) {
    let left = Math.min(perCommunity, households - lines.length + 1);
    for (const building of buildingsOf(dice, index, perCommunity)) {
      for (const door of doorsOf(building).slice(0, left)) {
        lines.push(lineOf(dice, building, door, lines.length - 1));
        left -= 1;
      }
    }
  }
  return lines.join('\r\n');
}

type Door = { stairwell: number; floor: number; room: string };

function doorsOf({ stairwells, floors, rooms }: Building): Door[] {
  const doors: Door[] = [];
  for (let stairwell = 1; stairwell <= stairwells; stairwell++) {
    for (let floor = 1; floor <= floors; floor++) {
      for (let room = 1; room <= rooms; room++)
        doors.push({ stairwell, floor, room: `${floor}${String(room).padStart(2, '0')}` });
    }
  }
  return doors;
}

function lineOf(dice: Dice, building: Building, door: Door, number: number): string {
  const name = inventName((list) => dice.pick(list), dice.chance(0.3));
  const phone = dice.chance(0.85) ? `199${String(number).padStart(8, '0')}` : '';
  const status = dice.weighted(statuses);
  const { community, grid, compound, label } = building;
  return [
    community,
    grid,
    compound,
    label,
    `${door.stairwell}单元`,
    door.floor,
    door.room,
    name,
    phone,
    status,
    '',
  ].join(',');
}
