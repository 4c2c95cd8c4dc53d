import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutStairwell, type PlacedDoor } from './layout.ts';

const door = (room: string, floor: number, position: number, span = 1): PlacedDoor => ({
  id: room,
  floor,
  position,
  span,
  room,
});

const anyDoor = fc.record({
  id: fc.uuid(),
  floor: fc.integer({ min: -3, max: 40 }),
  position: fc.integer({ min: 0, max: 12 }),
  span: fc.integer({ min: 1, max: 4 }),
  room: fc.string(),
});

describe('a stairwell is drawn as the building is', () => {
  it('the top floor comes first and basements last', () => {
    const { rows } = layOutStairwell([door('101', 1, 1), door('1101', 11, 1), door('-101', -1, 1)]);
    expect(rows.map((row) => row.floor)).toEqual([11, 1, -1]);
  });

  it('a penthouse over two flats takes the width of both', () => {
    const { columns, rows } = layOutStairwell([
      door('1101', 11, 1),
      door('1102', 11, 2),
      door('1103', 11, 3, 2),
      ...[1, 2, 3, 4].map((position) => door(`100${position}`, 10, position)),
    ]);
    expect(columns).toBe(4);
    expect(rows[0]?.cells.map((cell) => [cell.column, cell.span])).toEqual([
      [0, 1],
      [1, 1],
      [2, 2],
    ]);
  });

  it('a floor with a missing door keeps the others above their own', () => {
    const { rows } = layOutStairwell([door('201', 2, 1), door('203', 2, 3), door('101', 1, 1)]);
    expect(rows[0]?.cells.map((cell) => cell.column)).toEqual([0, 2]);
  });

  it('no two doors of a floor cover each other, and none is left out', () => {
    fc.assert(
      fc.property(fc.array(anyDoor, { maxLength: 60 }), (doors) => {
        const { columns, rows } = layOutStairwell(doors);
        expect(rows.flatMap((row) => row.cells)).toHaveLength(doors.length);
        for (const row of rows) {
          let free = 0;
          for (const cell of row.cells) {
            expect(cell.column).toBeGreaterThanOrEqual(free);
            free = cell.column + cell.span;
          }
          expect(free).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });
});
