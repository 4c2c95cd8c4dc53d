import { TreeSelect } from 'antd';
import type { ReactElement } from 'react';
import { useArea } from '../api/areas.ts';
import { useTexts } from '../i18n/index.ts';
import { areaNodes } from '../parts/area-nodes.ts';

/** Which area the pages are about: district, streets and communities one may see. */
export function AreaSwitch(): ReactElement {
  const t = useTexts();
  const { tree, area, choose } = useArea();
  return (
    <TreeSelect
      aria-label={t('shell.chooseArea')}
      className="shell-area"
      value={area.id}
      treeData={areaNodes(tree, 'grid')}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title' }}
      popupMatchSelectWidth={260}
      onChange={choose}
    />
  );
}
