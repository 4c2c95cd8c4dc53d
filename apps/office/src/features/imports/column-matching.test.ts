import { describe, expect, it } from 'vitest';
import { moved } from './moved-column.ts';

describe('matching the columns of a roster', () => {
  const columns = { building: 0, room: 2 };

  it('a column means one field: what it meant before is free again', () => {
    expect(moved(columns, 2, 'stairwell')).toEqual({ building: 0, stairwell: 2 });
  });

  it('a field has one column: it leaves the column it had', () => {
    expect(moved(columns, 5, 'room')).toEqual({ building: 0, room: 5 });
  });

  it('a column may mean nothing', () => {
    expect(moved(columns, 2, null)).toEqual({ building: 0 });
  });
});
