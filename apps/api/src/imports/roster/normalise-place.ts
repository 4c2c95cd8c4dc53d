/**
 * One spelling and a number for buildings, stairwells, rooms, grids and floors.
 *
 * `3号楼`, `3幢`, `3#` and `三栋` are one building and become `3栋`; a name that holds no number is kept as typed.
 */
import { numeralSigns, readNumber } from './chinese-numerals.ts';
import { tidyLabel, tidyPlaceName } from './normalise-text.ts';
import type { Label } from './roster.ts';

/** Names without a number come after those with one. */
const unnumbered = 1_000_000;
const number = `(?:\\d+|[${numeralSigns}]+)`;
const ordinals = '甲乙丙丁戊己庚辛壬癸';
const directions = '东中西南北';

/** `A3`, `南3`, `3`, `三`, `3甲`, `3-1`: an optional mark, a number, an optional part. */
const numbered = new RegExp(
  `^(?<before>[A-Z]{0,3}|[${directions}${ordinals}])-?(?<number>${number})(?<after>-\\d{1,2}|-?[A-Z${ordinals}${directions}])?$`,
);
const lettered = new RegExp(`^(?:[A-Z]{1,2}|[${ordinals}])$`);

const buildingWords =
  /^(?:第|楼栋|楼|栋|幢|NO\.?)?(.+?)(?:号楼栋|号楼|号栋|号幢|栋楼|幢楼|#楼|#栋|#|栋|幢|座|楼|号)$/;
const stairwellWords = /^(?:第|单元|NO\.?)?(.+?)(?:号单元|号门|单元门|单元|门洞|楼道|号楼道|门|#)$/;
const writtenRoom = new RegExp(`^[${numeralSigns}]{2,}(?=$|号|室|房|户)`);
const roomWords = /^(.*\d[A-Z]?)(?:号房间|号房|房间|号|室|房|户)$/;

/** A building's label and number; null for nothing. */
export function normaliseBuilding(text: string): Label | null {
  return normaliseNumbered(tidyLabel(text), buildingWords, '栋');
}

/** A stairwell's label and number; null for nothing. `东单元` and `东门` are one. */
export function normaliseStairwell(text: string): Label | null {
  const label = tidyLabel(text);
  const core = stairwellWords.exec(label)?.[1] ?? label;
  if (core.length === 1 && directions.includes(core)) {
    return { label: `${core}单元`, sort: directions.indexOf(core) + 1 };
  }
  return normaliseNumbered(label, stairwellWords, '单元');
}

function normaliseNumbered(label: string, words: RegExp, unit: string): Label | null {
  if (label === '') return null;
  const core = words.exec(label)?.[1] ?? label;
  const parts = numbered.exec(core)?.groups;
  const value = parts?.['number'] === undefined ? null : readNumber(parts['number']);
  if (parts && value !== null) {
    return { label: `${parts['before'] ?? ''}${value}${parts['after'] ?? ''}${unit}`, sort: value };
  }
  if (lettered.test(core)) return { label: core + unit, sort: letterNumber(core) };
  return { label, sort: unnumbered };
}

/** A for 1, 甲 for 1. */
function letterNumber(core: string): number {
  const ordinal = ordinals.indexOf(core);
  return ordinal >= 0 ? ordinal + 1 : core.charCodeAt(0) - 64;
}

/** `第3网格` for 3网格, 三网格, 网格03; any other name as it is. Null for nothing. */
export function normaliseGrid(text: string): string | null {
  const name = tidyPlaceName(text);
  const core = /^第?(.+?)号?网格$/.exec(name)?.[1] ?? /^网格(.+)$/.exec(name)?.[1];
  const value = core === undefined ? null : readNumber(core);
  if (value !== null) return `第${value}网格`;
  return name === '' ? null : name;
}

/** A room's label and its number on the floor plan; null for nothing. Leading zeros stay: 0101 is on the door. */
export function normaliseRoom(text: string): Label | null {
  const typed = tidyLabel(text).replace(/^(\d+)\.0+$/, '$1');
  if (typed === '') return null;
  const label = inArabic(roomWords.exec(inArabic(typed))?.[1] ?? typed);
  const digits = /\d{1,9}/.exec(label)?.[0];
  const side = directions.indexOf(label.charAt(0));
  return { label, sort: digits === undefined ? side + 1 || unnumbered : Number(digits) };
}

/** 一零一室 to 101室: a Chinese number at the start, and only when a room number follows from it. */
function inArabic(label: string): string {
  const written = writtenRoom.exec(label)?.[0];
  const value = written === undefined ? null : readNumber(written);
  return written === undefined || value === null ? label : `${value}${label.slice(written.length)}`;
}

const basement = /^(?:负|地下|B|-|−)(.+)$/;
const doorNumber = /^(负|地下|B|-|−)?(?:[A-Z]-?)?(\d+)([A-Z])?/;
const ground = /^(?:底层|首层|一层|G|GF|GL)$/;

/** The floor as a whole number, basements negative; null when the text does not say. */
export function readFloor(text: string): number | null {
  const label = tidyLabel(text).replace(/^第/, '').replace(/\.0+$/, '');
  if (ground.test(label)) return 1;
  const below = basement.exec(label)?.[1];
  const core = (below ?? label).replace(/(?:楼层|层|楼|F)$/, '');
  const value = readNumber(core);
  if (value === null || value === 0 || value > 200) return null;
  return below === undefined ? value : -value;
}

/**
 * The floor a room number tells: 1203 is on 12, 302 on 3, B101 and 负101 on −1, 12A on 12, and 10203 on 2 when it
 * stands in stairwell 1. Null when it tells none.
 */
export function floorOfRoom(room: string, stairwell: number): number | null {
  const [, below, written = '', letter] = doorNumber.exec(tidyLabel(room)) ?? [];
  const digits = written.length === 5 && Number(written[0]) === stairwell ? written.slice(1) : written;
  if (digits.length === 3 || digits.length === 4) {
    const floor = Number(digits.slice(0, -2));
    if (floor === 0) return null;
    return below === undefined ? floor : -floor;
  }
  return digits.length < 3 && letter !== undefined && Number(digits) > 0 ? Number(digits) : null;
}
