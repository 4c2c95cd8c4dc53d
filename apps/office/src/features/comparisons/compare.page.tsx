import { Card, Tabs } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { PageHead } from '../../parts/page-head.tsx';
import type { CompareSearch } from './compare-search.ts';
import { CommunitiesCompared } from './communities-compared.tsx';
import { RoundsCompared } from './rounds-compared.tsx';
import { TrendsCompared } from './trends-compared.tsx';
import '../rates/rates.css';
import './compare.css';

const route = getRouteApi('/compare');

/** Rates beside each other: communities in a funnel, a round against a former one, trends side by side. No ranks. */
export function ComparePage(): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: CompareSearch): void => void navigate({ search: (old) => ({ ...old, ...next }) });
  const { tab = 'communities' } = search;
  const props = { search, change };
  const tabs = [
    {
      key: 'communities' as const,
      label: t('compare.communities'),
      children: <CommunitiesCompared {...props} />,
    },
    { key: 'rounds' as const, label: t('compare.rounds'), children: <RoundsCompared {...props} /> },
    { key: 'trends' as const, label: t('compare.trends'), children: <TrendsCompared {...props} /> },
  ];
  return (
    <>
      <PageHead title={t('compare.title', { area: area.name })} about={t('compare.about')} />
      <Card size="small">
        <Tabs
          activeKey={tab}
          onChange={(key) => change({ tab: tabs.find((one) => one.key === key)?.key, page: undefined })}
          destroyOnHidden
          items={tabs}
        />
      </Card>
    </>
  );
}
