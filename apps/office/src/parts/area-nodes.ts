import type { AreaKind } from '@huhudao/domain';
import type { AreaTree } from '../api/areas.ts';

export type AreaNode = { value: string; title: string; children: AreaNode[] };

/** The areas one may see as antd's tree. `without` leaves a level out. */
export function areaNodes(tree: AreaTree, without?: AreaKind): AreaNode[] {
  const nodeOf = (id: string, name: string): AreaNode => ({
    value: id,
    title: name,
    children: tree
      .below(id)
      .filter((area) => area.kind !== without)
      .map((area) => nodeOf(area.id, area.name)),
  });
  return tree.roots().map((root) => nodeOf(root.id, root.name));
}
