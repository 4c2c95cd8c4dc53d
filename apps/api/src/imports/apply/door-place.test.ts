import { expect, it } from 'vitest';
import { normaliseRoom } from '../roster/normalise-place.ts';
import { placeDoor } from './door-place.ts';

const placed = (room: string) => placeDoor(room, normaliseRoom(room)?.sort ?? 0);

it('doors of one number stand above one another on every floor', () => {
  expect(['103', '203', '1103室', '0103'].map((room) => placed(room).position)).toEqual([3, 3, 3, 3]);
  expect(['东户', '西户', '7号'].map((room) => placed(room).position)).toEqual([1, 3, 7]);
});

it('several flats in one are as wide as they are many', () => {
  expect(placed('1101-1102')).toEqual({ position: 1, span: 2 });
  expect(placed('301、304')).toEqual({ position: 1, span: 4 });
});

it('a room is one flat wide unless it says otherwise', () => {
  const rooms = ['101', '101-1', '102-101', '101-909', 'A101', '门面', '301A'];
  expect(rooms.map((room) => placed(room).span)).toEqual(rooms.map(() => 1));
});
