import { TreeSelect } from 'antd';
import type { ReactElement } from 'react';
import { useArea, type AreaTree } from '../api/areas.ts';
import { useTexts } from '../i18n/index.ts';

type Node = { value: string; title: string; children: Node[] };

/** Which area the pages are about: district, streets and communities one may see. */
export function AreaSwitch(): ReactElement {
  const t = useTexts();
  const { tree, area, choose } = useArea();
  const nodes = tree.roots().map((root) => nodeOf(tree, root.id, root.name));
  return (
    <TreeSelect
      aria-label={t('shell.chooseArea')}
      className="shell-area"
      value={area.id}
      treeData={nodes}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title' }}
      popupMatchSelectWidth={260}
      onChange={choose}
    />
  );
}

function nodeOf(tree: AreaTree, id: string, name: string): Node {
  const below = tree.below(id).filter((area) => area.kind !== 'grid');
  return { value: id, title: name, children: below.map((area) => nodeOf(tree, area.id, area.name)) };
}
