import { describe, expect, it } from 'vitest';
import { addressReader } from './read-address.ts';

const read = addressReader({
  communities: [
    { id: 'liuyin', name: '柳荫社区' },
    { id: 'nanqiao', name: '南桥社区' },
  ],
  compounds: [
    { id: 'dong', communityId: 'liuyin', name: '桥东里' },
    { id: 'dong2', communityId: 'liuyin', name: '桥东里二期' },
    { id: 'xin-l', communityId: 'liuyin', name: '新村' },
    { id: 'xin-n', communityId: 'nanqiao', name: '新村' },
  ],
  stairwells: ['dong', 'dong2', 'xin-l', 'xin-n'].flatMap((compoundId) =>
    ['1单元', '2单元'].map((label) => ({
      ...{ id: `${compoundId} ${label}`, compoundId, building: '3栋', label },
    })),
  ),
});

describe('an address', () => {
  it.each([
    '桥东里3号楼2单元501室',
    '桥东里3栋2单元501',
    '桥东里 3#楼 2门 501户',
    '云溪区云溪街道建设路12号柳荫社区桥东里小区3幢二单元501室（门禁坏）',
    '桥东里3-2-501',
    '桥东里3号楼2单元5楼501室，家中无人',
    '柳荫社区，桥东里３号楼２单元５０１室',
  ])('leads to one door in all its spellings: %s', (address) => {
    expect(read(address)).toEqual({ stairwellIds: ['dong 2单元'], room: '501', sure: true });
  });

  it('means the longer name where one compound is called like the beginning of another', () => {
    expect(read('桥东里二期3栋1单元101')).toMatchObject({ stairwellIds: ['dong2 1单元'], sure: true });
  });

  it('means every stairwell it does not tell apart', () => {
    expect(read('桥东里3栋501').stairwellIds).toEqual(['dong 1单元', 'dong 2单元']);
    expect(read('新村3栋1单元501').stairwellIds).toEqual(['xin-l 1单元', 'xin-n 1单元']);
    expect(read('南桥社区新村3栋1单元501').stairwellIds).toEqual(['xin-n 1单元']);
  });

  it('is not sure where it names no place, or more of it than the register knows', () => {
    expect(read('3-2-501')).toMatchObject({ sure: false, room: '501' });
    expect(read('3-2-501').stairwellIds).toHaveLength(4);
    expect(read('桥东里三期3栋1单元501')).toMatchObject({ stairwellIds: ['dong 1单元'], sure: false });
  });

  it('in a place nobody knows leads nowhere', () => {
    expect(read('望江花园3栋1单元501').stairwellIds).toEqual([]);
    expect(read('路口垃圾堆放点').room).not.toMatch(/^\d/);
  });
});
