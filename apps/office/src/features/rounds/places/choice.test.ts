import { describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import type { PlaceView } from '@huhudao/protocol';
import { chosenIn, tickOf, tickOfCommunity, toggled, without, type Choice } from './choice.ts';
import { communityNode, type PlaceNode } from './place-node.ts';

const place = (id: string, gridId: string | null, stairwells: number): PlaceView => ({
  ...{
    id,
    gridId,
    communityId: 'c',
    gridName: gridId === null ? null : `${gridId}网格`,
    name: `柳苑 ${id}栋`,
  },
  stairwells: Array.from({ length: stairwells }, (_, index) => ({
    ...{ id: `${id}.${index + 1}`, name: `${index + 1}单元`, households: 12 },
  })),
});
const area = { id: 'c', name: '柳荫社区' } as Parameters<typeof communityNode>[0];
const community = communityNode(area, 96, [
  place('1', 'g', 2),
  place('2', 'g', 1),
  place('3', 'h', 2),
  place('4', null, 3),
]);
const nothing: Choice = { communityIds: [], parts: {} };

const all = (node: PlaceNode): PlaceNode[] => [node, ...(node.children ?? []).flatMap(all)];
const nodes = all(community);
const find = (id: string): PlaceNode =>
  must(
    nodes.find((node) => node.id === id),
    id,
  );
const press = (choice: Choice, ...ids: string[]): Choice =>
  ids.reduce((before, id) => toggled(before, community, find(id)), choice);

describe('ticking places', () => {
  it('keeps what is whole as a whole, up to the community', () => {
    expect(press(nothing, '1.2', '3')).toEqual({ communityIds: ['c'], parts: { c: ['1.2', 'h'] } });
    expect(press(nothing, '1.1', '1.2')).toEqual({ communityIds: ['c'], parts: { c: ['1'] } });
    expect(press(nothing, '1', '2', '3', 'c/rest')).toEqual({ communityIds: ['c'], parts: {} });
  });

  it('names buildings of no grid one by one', () => {
    expect(press(nothing, 'c/rest')).toEqual({ communityIds: ['c'], parts: { c: ['4'] } });
  });

  it('out of a whole community leaves the rest of it', () => {
    const whole = press(nothing, 'c');
    expect(whole).toEqual({ communityIds: ['c'], parts: {} });
    expect(press(whole, '1.1')).toEqual({ communityIds: ['c'], parts: { c: ['1.2', '2', 'h', '4'] } });
  });

  it('half-ticks what is partly chosen, and one more press takes it whole', () => {
    const choice = press(nothing, '1.2');
    const chosen = chosenIn(community, choice);
    expect(['1.2', '1', 'g', '3'].map((id) => tickOf(find(id), chosen))).toEqual([
      'all',
      'some',
      'some',
      'none',
    ]);
    expect(tickOfCommunity('c', choice)).toBe('some');
    expect(tickOfCommunity('c', press(choice, 'c'))).toBe('all');
    expect(press(choice, 'c', 'c')).toEqual(nothing);
  });

  it('changes the doors below the place and no others, whatever two presses came before', () => {
    const doors = nodes.filter(({ kind }) => kind === 'stairwell').map(({ id }) => id);
    const wrong: string[] = [];
    for (const first of nodes) {
      for (const second of nodes) {
        for (const node of nodes) {
          const before = press(nothing, first.id, second.id);
          const was = chosenIn(community, before);
          const is = chosenIn(community, toggled(before, community, node));
          const own = new Set(all(node).map(({ id }) => id));
          const wasWhole = doors.every((id) => !own.has(id) || was.has(id));
          const right = doors.every((id) => is.has(id) === (own.has(id) ? !wasWhole : was.has(id)));
          if (!right) wrong.push(`${first.id}, ${second.id}, ${node.id}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('places that are gone are left out, and never leave a community whole', () => {
  const choice = { communityIds: ['c', 'd', 'e'], parts: { c: ['1', '9'], d: ['8'] } };
  expect(without(choice, new Set(['9', '8']))).toEqual({ communityIds: ['c', 'e'], parts: { c: ['1'] } });
});
