import { Button, Dropdown, Space } from 'antd';
import { ChevronDown, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { indicators, type Indicator } from '@huhudao/domain';
import {
  addPage,
  insert,
  itemKinds,
  newIndicatorItem,
  newItem,
  newPanel,
  type ItemKind,
} from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { placeAfter } from './place-after.ts';
import { useAuthoring } from './use-authoring.ts';

type Key = `kind:${ItemKind}` | `indicator:${Indicator}`;

/** Adds an item, a group or a page after what is chosen, and leads to its title. */
export function AddMenu(): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { definition, place, kind, apply } = useAuthoring();
  const add = (key: Key): void => {
    const [sort, name] = key.split(':') as ['kind', ItemKind] | ['indicator', Indicator];
    const item = sort === 'kind' ? newItem(definition, name) : newIndicatorItem(definition, name);
    apply(insert(definition, item, placeAfter(definition, place)), 'title');
  };
  const group = (): void =>
    apply(insert(definition, newPanel(definition), placeAfter(definition, place, 'group')), 'title');
  const kinds = itemKinds.map((one) => ({ key: `kind:${one}` as const, label: t(`authoring.kind.${one}`) }));
  const measuring = indicators.map((one) => ({
    key: `indicator:${one}` as const,
    label: t('authoring.indicatorItem', { indicator: words.indicator(one) }),
  }));
  const items =
    kind === 'questionnaire'
      ? [
          { type: 'group' as const, label: t('authoring.measuring'), children: measuring },
          { type: 'divider' as const },
          ...kinds,
        ]
      : kinds;
  return (
    <Space.Compact className="outline-add">
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => add(key as Key) }}
        classNames={{ root: 'add-menu' }}
      >
        <Button type="primary" icon={<Plus size={15} aria-hidden />}>
          {t('authoring.addItem')} <ChevronDown size={14} aria-hidden />
        </Button>
      </Dropdown>
      <Button onClick={group}>{t('authoring.addGroup')}</Button>
      <Button onClick={() => apply(addPage(definition, place[0] ?? definition.pages.length - 1), 'title')}>
        {t('authoring.addPage')}
      </Button>
    </Space.Compact>
  );
}
