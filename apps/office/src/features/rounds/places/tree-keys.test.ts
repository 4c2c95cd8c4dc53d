import { describe, expect, it } from 'vitest';
import type { PlaceView } from '@huhudao/protocol';
import { communityNode } from './place-node.ts';
import { rowsOf, type TreeView } from './place-rows.ts';
import { deedOf } from './tree-keys.ts';

const place: PlaceView = {
  ...{ id: '1', communityId: 'c', gridId: null, gridName: null, name: '柳苑 1栋' },
  stairwells: [1, 2].map((number) => ({ id: `1.${number}`, name: `${number}单元`, households: 12 })),
};
const area = { id: 'c', name: '柳荫社区' } as Parameters<typeof communityNode>[0];
const view: TreeView = {
  choice: { communityIds: [], parts: {} },
  ...{ wanted: '', foundIds: new Set(), opened: new Set(['c']), closed: new Set() },
};
/** The community, open, and its one building, closed. */
const rows = rowsOf([communityNode(area, 24, [place])], view);

describe('the keys of the tree', () => {
  it('walk, and stop at both ends', () => {
    expect(deedOf('ArrowDown', rows, 0)).toEqual({ kind: 'go', to: 1 });
    expect(deedOf('ArrowDown', rows, 1)).toEqual({ kind: 'go', to: 1 });
    expect(deedOf('ArrowUp', rows, 0)).toEqual({ kind: 'go', to: 0 });
    expect(deedOf('End', rows, 0)).toEqual({ kind: 'go', to: 1 });
    expect(deedOf('Home', rows, 1)).toEqual({ kind: 'go', to: 0 });
  });

  it('open what is closed and go into what is open; close what is open and go up from what is closed', () => {
    expect(deedOf('ArrowRight', rows, 1)).toEqual({ kind: 'open' });
    expect(deedOf('ArrowRight', rows, 0)).toEqual({ kind: 'go', to: 1 });
    expect(deedOf('ArrowLeft', rows, 0)).toEqual({ kind: 'close' });
    expect(deedOf('ArrowLeft', rows, 1)).toEqual({ kind: 'go', to: 0 });
  });

  it('tick, and leave every other key to the page', () => {
    expect([' ', 'Enter'].map((key) => deedOf(key, rows, 1))).toEqual([{ kind: 'tick' }, { kind: 'tick' }]);
    expect(deedOf('Tab', rows, 1)).toBeUndefined();
    expect(deedOf('ArrowDown', [], 0)).toBeUndefined();
  });
});
