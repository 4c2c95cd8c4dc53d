/** Takes apart a door written in one cell: `3-2-501`, `2-501`, `3号楼2单元501室`, `建设新村3号楼2单元501`. */
import { numeralSigns } from './chinese-numerals.ts';
import { tidyLabel } from './normalise-text.ts';

/** What a cell says beyond the room; absent parts are not said. */
export interface DoorParts {
  compound?: string;
  building?: string;
  stairwell?: string;
  room: string;
}

const number = `[A-Z]?(?:\\d+|[${numeralSigns}]+)`;
const room = String.raw`[A-Z]?\d{2,5}[A-Z]?(?:-\d{1,2})?`;
const building = String.raw`(?<building>${number}(?:号楼|栋|幢|座|#楼?))`;
const stairwell = String.raw`(?<stairwell>${number}(?:单元|门洞|门|楼道))`;

const forms = [
  new RegExp(`^(?<building>\\d{1,3})-(?<stairwell>\\d{1,2})-(?<room>${room})$`),
  new RegExp(`^(?<stairwell>\\d{1,2})-(?<room>\\d{3,4}[A-Z]?)$`),
  new RegExp(`^(?<compound>\\D+?)??${building}-?${stairwell}?-?(?<room>${room})(?:号|室|户)?$`),
  new RegExp(`^${stairwell}-?(?<room>${room})(?:号|室|户)?$`),
];

/** Characters. The forms try every place to cut a text: the time they take grows with the square of its length. */
const longestDoor = 40;

/** The parts of a door; only `room`, as typed, when nothing else is said, or too much to be a door. */
export function splitDoor(text: string): DoorParts {
  if (text.length > longestDoor) return { room: text };
  const label = tidyLabel(text).replace(/[—–_/]/g, '-');
  for (const form of forms) {
    const groups = form.exec(label)?.groups;
    if (groups?.['room'] === undefined) continue;
    const { compound, building: inBuilding, stairwell: inStairwell } = groups;
    return {
      ...(compound === undefined ? {} : { compound }),
      ...(inBuilding === undefined ? {} : { building: inBuilding }),
      ...(inStairwell === undefined ? {} : { stairwell: inStairwell }),
      room: groups['room'],
    };
  }
  return { room: text };
}

const buildingWithStairwell = new RegExp(`^${building}-?${stairwell}$`);

/** `3号楼2单元` in one cell. Null when the cell does not name both. */
export function splitBuilding(text: string): { building: string; stairwell: string } | null {
  if (text.length > longestDoor) return null;
  const groups = buildingWithStairwell.exec(tidyLabel(text))?.groups;
  const [inBuilding, inStairwell] = [groups?.['building'], groups?.['stairwell']];
  if (inBuilding === undefined || inStairwell === undefined) return null;
  return { building: inBuilding, stairwell: inStairwell };
}
