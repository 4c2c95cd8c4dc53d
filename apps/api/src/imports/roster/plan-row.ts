/** One row of a roster to one household, or the reasons why not. */
import type { Occupancy } from '@huhudao/domain';
import type { RosterField } from '@huhudao/protocol';
import { tidyName, tidyPlaceName } from './normalise-text.ts';
import { occupancyWord, readOccupancy } from './normalise-occupancy.ts';
import { readPhones } from './normalise-phone.ts';
import {
  floorOfRoom,
  normaliseBuilding,
  normaliseGrid,
  normaliseRoom,
  normaliseStairwell,
  readFloor,
} from './normalise-place.ts';
import type { Label, RosterRow } from './roster.ts';
import type { RowReader } from './row-reader.ts';
import { splitBuilding, splitDoor } from './split-door.ts';
import type { DoorParts } from './split-door.ts';

/** What holds for every row of a table. */
export interface RowContext {
  /** Community of rows that name none; empty for none. */
  community: string;
  occupancies: Readonly<Record<string, Occupancy>>;
}

/** What a row is given where it says nothing. */
export const assumed = {
  stairwell: { label: '1单元', sort: 1 },
  floor: 1,
  occupancy: 'occupied',
} as const;

/** The household as far as it can be read; null when a part of its door is missing. Problems gather in `row`. */
export function planRow(row: RowReader, context: RowContext): RosterRow | null {
  const typed = splitDoor(row.text('room'));
  const door = readDoor(row, typed);
  const community = tidyPlaceName(row.text('community')) || context.community;
  if (community === '') row.report('rejected', 'community', { code: 'communityMissing', details: {} });
  const compound =
    tidyPlaceName(row.text('compound') || (typed.compound ?? '')) || assumeCompound(row, community);
  const about = {
    grid: normaliseGrid(row.text('grid')),
    resident: readResident(row),
    occupancy: readOccupancyOf(row, context),
    note: row.text('note') || null,
  };
  return door === null ? null : { rowNumber: row.rowNumber, community, compound, ...door, ...about };
}

type Door = Pick<RosterRow, 'building' | 'stairwell' | 'floor' | 'room' | 'roomSort'>;

function readDoor(row: RowReader, typed: DoorParts): Door | null {
  const ownBuilding = row.text('building');
  const inBuilding = splitBuilding(ownBuilding);
  const building = normaliseBuilding(inBuilding?.building ?? ownBuilding);
  const buildingInRoom = normaliseBuilding(typed.building ?? '');
  const ownStairwell = row.text('stairwell');
  const inStairwell = splitBuilding(ownStairwell);
  const stairwell = normaliseStairwell(
    inStairwell?.stairwell ?? (ownStairwell || (inBuilding?.stairwell ?? '')),
  );
  const stairwellInRoom = normaliseStairwell(typed.stairwell ?? '');
  const room = normaliseRoom(typed.room);
  const settled = building ?? buildingInRoom ?? normaliseBuilding(inStairwell?.building ?? '');

  if (differ(building, buildingInRoom)) contradiction(row, 'building');
  // 3-501 may be stairwell 3 or building 3, room 501.
  const isBuilding = typed.building === undefined && stairwellInRoom?.sort === building?.sort;
  if (differ(stairwell, stairwellInRoom) && !isBuilding) contradiction(row, 'stairwell');

  if (settled === null) row.report('rejected', 'building', { code: 'buildingMissing', details: {} });
  if (room === null) row.report('rejected', 'room', { code: 'roomMissing', details: {} });
  if (settled === null || room === null) return null;
  const settledStairwell = stairwell ?? stairwellInRoom ?? assumeStairwell(row);
  return { building: settled, stairwell: settledStairwell, ...placeOnFloor(row, room, settledStairwell) };
}

function differ(one: Label | null, other: Label | null): boolean {
  return one !== null && other !== null && one.label !== other.label;
}

function contradiction(row: RowReader, field: RosterField): void {
  row.report('rejected', 'room', { code: 'doorContradiction', details: { field } });
}

function placeOnFloor(
  row: RowReader,
  room: Label,
  stairwell: Label,
): Pick<Door, 'floor' | 'room' | 'roomSort'> {
  const text = row.text('floor');
  const read = text === '' ? null : readFloor(text);
  const floor = read ?? floorOfRoom(room.label, stairwell.sort) ?? assumed.floor;
  if (read === null && text !== '') {
    row.report('warning', 'floor', { code: 'floorUnreadable', details: { floor } });
  } else if (read === null && floorOfRoom(room.label, stairwell.sort) === null) {
    row.report('warning', 'floor', { code: 'floorAssumed', details: { floor } });
  }
  // 东户 is on every floor; a door's label is unique in its stairwell.
  const repeats = read !== null && !/\d/.test(room.label);
  const label = repeats ? `${floor < 0 ? '负' : ''}${Math.abs(floor)}层${room.label}` : room.label;
  return { floor, room: label, roomSort: room.sort };
}

function assumeCompound(row: RowReader, community: string): string {
  if (row.has('compound') && community !== '') {
    row.report('warning', 'compound', { code: 'compoundAssumed', details: { compound: community } });
  }
  return community;
}

function assumeStairwell(row: RowReader): Label {
  if (row.has('stairwell')) {
    row.report('warning', 'stairwell', {
      code: 'stairwellAssumed',
      details: { stairwell: assumed.stairwell.label },
    });
  }
  return assumed.stairwell;
}

function readResident(row: RowReader): RosterRow['resident'] {
  const name = tidyName(row.text('residentName'));
  const phone = readPhone(row);
  if (name === '') {
    if (phone !== null) row.report('warning', 'phone', { code: 'phoneWithoutName', details: {} });
    return null;
  }
  return { name, phone };
}

/** The first good number. A bad one is dropped with a warning: a wrong number is worse than none. */
function readPhone(row: RowReader): string | null {
  const text = row.text('phone');
  if (text === '') return null;
  const { phones, found } = readPhones(text);
  const [phone] = phones;
  if (phone === undefined) {
    row.report('warning', 'phone', { code: 'phoneInvalid', details: {} });
    return null;
  }
  if (found > 1) row.report('warning', 'phone', { code: 'phoneSeveral', details: { found } });
  return phone;
}

function readOccupancyOf(row: RowReader, { occupancies }: RowContext): Occupancy {
  const text = row.text('occupancy');
  if (text === '') {
    if (row.has('occupancy')) {
      row.report('warning', 'occupancy', {
        code: 'occupancyAssumed',
        details: { occupancy: assumed.occupancy },
      });
    }
    return assumed.occupancy;
  }
  const occupancy = readOccupancy(text, occupancies);
  if (occupancy !== null) return occupancy;
  row.report('ask', 'occupancy', { code: 'occupancyUnknown', details: { word: occupancyWord(text) } });
  // Never stored: a row with a question waits.
  return assumed.occupancy;
}
