import { describe, expect, it } from 'vitest';
import type { CoverageRow } from '@huhudao/protocol';
import { coverageMapHeight, coverageMapOf, wholePercent } from './coverage-map-option.ts';

const row = (building: string, label: string, settled: number, eligible = 20): CoverageRow => ({
  id: `${building} ${label}`,
  name: `${building} ${label}`,
  stairwell: { building, label },
  eligible,
  settled,
  attempted: settled,
  reached: settled,
  responded: settled,
  revisits: 0,
  teamId: null,
  teamName: null,
});

describe('a map of coverage', () => {
  it('has the buildings in their order, and the stairwells by number', () => {
    const map = coverageMapOf([
      row('柳荫里 3号楼', '2单元', 5),
      row('柳荫里 3号楼', '10单元', 20),
      row('柳荫里 1号楼', '1单元', 0),
    ]);
    expect(map.buildings).toEqual(['柳荫里 3号楼', '柳荫里 1号楼']);
    expect(map.stairwells).toEqual(['1单元', '2单元', '10单元']);
    expect(map.tiles.map(({ column, line, share }) => [column, line, share])).toEqual([
      [1, 0, 0.25],
      [2, 0, 1],
      [0, 1, 0],
    ]);
  });

  it('claims nothing of a stairwell without eligible doors', () => {
    expect(coverageMapOf([row('1号楼', '1单元', 0, 0)]).tiles[0]?.share).toBeNull();
  });

  it('says all and none only of all and of none', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(wholePercent)).toEqual(['0%', '<1%', '50%', '>99%', '100%']);
  });

  it('has no place for what is no stairwell, and takes the room of its buildings', () => {
    expect(coverageMapOf([{ ...row('', '', 1), stairwell: null }]).tiles).toEqual([]);
    expect(coverageMapHeight(200)).toBeGreaterThan(200 * 24);
  });
});
