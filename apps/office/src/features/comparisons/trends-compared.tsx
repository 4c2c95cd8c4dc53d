import { Card, Pagination } from 'antd';
import { useQueries } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Indicator } from '@huhudao/domain';
import { readTrend, type AreaView, type ResponseOf } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { reading } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { TrendFigure } from '../rates/trend-figure.tsx';
import { axisOf, trendSteps } from '../rates/trend-option.ts';
import type { CompareProps } from './compare-search.ts';
import { IndicatorChoice } from '../rates/indicator-choice.tsx';
import { PurposeChoice } from '../rates/purpose-choice.tsx';

type Trend = ResponseOf<typeof readTrend>;

/** So many trends stand on a page. */
const shownAtOnce = 12;

/** The trends of one rate in all communities, each small, all on the same scale and in administrative order. */
export function TrendsCompared({ search, change }: CompareProps): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const { purpose = 'measurement', indicator = 'awareness', page = 1 } = search;
  const communities = tree.communitiesOf(area.id);
  const all = area.kind === 'street' ? [area, ...communities] : communities;
  const shown = all.slice((page - 1) * shownAtOnce, page * shownAtOnce);
  return (
    <div className="stack">
      <div className="row">
        <PurposeChoice
          value={purpose}
          choose={(next) => change({ purpose: next, round: undefined, former: undefined })}
        />
        <IndicatorChoice value={indicator} choose={(next) => change({ indicator: next })} />
      </div>
      <p className="small muted">{t('compare.trendsNote')}</p>
      {all.length === 0 ? (
        <EmptyHint title={t('community.none')} hint={t('community.noneHint')} />
      ) : (
        <Trends areas={shown} purpose={purpose} indicator={indicator} />
      )}
      {all.length <= shownAtOnce ? null : (
        <Pagination
          current={page}
          pageSize={shownAtOnce}
          total={all.length}
          showSizeChanger={false}
          onChange={(next) => change({ page: next })}
        />
      )}
    </div>
  );
}

type TrendsProps = {
  areas: readonly AreaView[];
  purpose: 'measurement' | 'coverage';
  indicator: Indicator;
};

function Trends({ areas, purpose, indicator }: TrendsProps): ReactElement {
  const trends = useQueries({
    queries: areas.map((area) => reading(readTrend, { params: { areaId: area.id }, query: { purpose } })),
  });
  const axis = axisOf(
    trends.flatMap(({ data }) => (data === undefined ? [] : trendSteps(data, indicator, () => ''))),
    {
      target: targetIn(
        trends.flatMap(({ data }) => data ?? []),
        indicator,
      ),
      compact: false,
    },
  );
  return (
    <div className="compare-trends">
      {areas.map((area, index) => {
        const trend = trends[index];
        return trend === undefined ? null : (
          <Card size="small" key={area.id}>
            <h2>{area.name}</h2>
            <Loaded of={trend}>
              {(data) => <TrendFigure trend={data} indicator={indicator} axis={axis} place={area.name} />}
            </Loaded>
          </Card>
        );
      })}
    </div>
  );
}

function targetIn(points: Trend, indicator: Indicator): number | null {
  const cells = points.flatMap((point) => point.cells);
  return cells.find((cell) => cell.indicator === indicator && cell.target !== null)?.target ?? null;
}
