import { describe, expect, it } from 'vitest';
import type { PlaceView } from '@huhudao/protocol';
import { communityNode, type PlaceNode } from './place-node.ts';
import { rowsOf, type TreeView } from './place-rows.ts';

const place = (communityId: string, id: string, gridName: string): PlaceView => ({
  ...{ id, communityId, gridId: `${communityId}${gridName}`, gridName, name: `柳苑 ${id}栋` },
  stairwells: [1, 2].map((number) => ({ id: `${id}.${number}`, name: `${number}单元`, households: 12 })),
});
const community = (id: string, name: string, places: PlaceView[] | undefined): PlaceNode =>
  communityNode({ id, name } as Parameters<typeof communityNode>[0], 48, places);
const tree = [
  community('a', '柳荫社区', [place('a', '1', '东'), place('a', '2', '西')]),
  community('b', '南桥社区', undefined),
];

const view: TreeView = {
  choice: { communityIds: [], parts: {} },
  ...{ wanted: '', foundIds: new Set(), opened: new Set(), closed: new Set() },
};
const shown = (change: Partial<TreeView>): string[] =>
  rowsOf(tree, { ...view, ...change }).map(({ node, level }) => `${level} ${node.fullName}`);

describe('the lines of the tree', () => {
  it('are the communities, and below them what was opened', () => {
    expect(shown({})).toEqual(['1 柳荫社区', '1 南桥社区']);
    expect(shown({ opened: new Set(['a', 'a西']) })).toEqual([
      '1 柳荫社区',
      '2 东',
      '2 西',
      '3 柳苑 2栋',
      '1 南桥社区',
    ]);
  });

  it('tell where they stand among those beside them, and that nothing is below a stairwell', () => {
    const rows = rowsOf(tree, { ...view, opened: new Set(['a', 'a东', '1']) });
    expect(rows.at(-2)).toMatchObject({ level: 2, position: 2, siblings: 2, open: false });
    expect(rows.at(3)).toMatchObject({ level: 4, position: 1, siblings: 2, open: null, parentId: '1' });
    expect(rows.at(-1)).toMatchObject({ position: 2, siblings: 2, open: false });
  });

  it('are what a search found, with the way down to it open', () => {
    const foundIds = new Set(['a']);
    expect(shown({ wanted: '2栋1', foundIds })).toEqual([
      '1 柳荫社区',
      '2 西',
      '3 柳苑 2栋',
      '4 柳苑 2栋 1单元',
    ]);
    expect(shown({ wanted: '2栋1', foundIds, closed: new Set(['a西']) })).toEqual(['1 柳荫社区', '2 西']);
    expect(shown({ wanted: '南桥' })).toEqual(['1 南桥社区']);
    expect(shown({ wanted: '没有' })).toEqual([]);
  });

  it('show all of a place whose own name fits, once it is opened', () => {
    const foundIds = new Set(['a']);
    expect(shown({ wanted: '西', foundIds })).toEqual(['1 柳荫社区', '2 西']);
    expect(shown({ wanted: '西', foundIds, opened: new Set(['a西', '2']) })).toEqual([
      '1 柳荫社区',
      '2 西',
      '3 柳苑 2栋',
      '4 柳苑 2栋 1单元',
      '4 柳苑 2栋 2单元',
    ]);
  });
});
