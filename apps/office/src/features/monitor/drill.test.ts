import { describe, expect, it } from 'vitest';
import { levelBelow, searchOf, trailOf } from './drill.ts';

const door = { community: 'liuyin', grid: 'first', building: 'one', stairwell: 'east' };

describe('the way down to a door', () => {
  it('lists at each place what lies below it, and buildings where a community has no grids', () => {
    expect(levelBelow({}, true)).toBe('community');
    expect(levelBelow({ community: 'liuyin' }, true)).toBe('grid');
    expect(levelBelow({ community: 'liuyin' }, false)).toBe('building');
    expect(levelBelow({ community: 'liuyin', grid: 'none' }, true)).toBe('building');
    expect(levelBelow({ community: 'liuyin', building: 'one' }, true)).toBe('stairwell');
    expect(levelBelow(door, true)).toBe('door');
  });

  it('leads back up part by part, whichever parts were left out', () => {
    expect(trailOf(door).map(({ part }) => part)).toEqual([
      undefined,
      'community',
      'grid',
      'building',
      'stairwell',
    ]);
    expect(trailOf({ community: 'liuyin', stairwell: 'east' }).map(({ place }) => place)).toEqual([
      {},
      { community: 'liuyin' },
      { community: 'liuyin', stairwell: 'east' },
    ]);
  });

  it('takes out of the address what is no longer chosen', () => {
    expect({ ...door, ...searchOf({ community: 'liuyin' }) }).toEqual({
      community: 'liuyin',
      grid: undefined,
      building: undefined,
      stairwell: undefined,
    });
  });
});
