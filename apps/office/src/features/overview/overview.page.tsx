import { Alert, Button, Card, Skeleton } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { indicators } from '@huhudao/domain';
import { readOverview, readRates, readTrend, type AreaView, type ResponseOf } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { HowMade } from '../rates/how-made.tsx';
import { IndicatorCard } from '../rates/indicator-card.tsx';
import { RateMatrix } from '../rates/rate-matrix.tsx';
import type { RatesSearch } from '../rates/rates-search.ts';
import { RoundChoice } from '../rates/round-choice.tsx';
import { useRatesAbout } from '../rates/rates-about.ts';
import { useRatesCsv } from '../rates/rates-csv.ts';
import { Targets } from '../rates/targets.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { GoElsewhere } from './go-elsewhere.tsx';
import { GettingStarted } from './getting-started.tsx';
import { ToDoPanel } from './to-do-panel.tsx';
import './overview.css';

const route = getRouteApi('/');

/** The first page: the four rates, how far the visits are, and what to do now. */
export function OverviewPage(): ReactElement {
  const session = useSession();
  const { tree, area } = useArea();
  if (!may(session, tree, 'rates.read', area.id)) return <GoElsewhere />;
  return <Overview area={area} />;
}

function Overview({ area }: { area: AreaView }): ReactElement {
  const { tree } = useArea();
  const { purpose = 'measurement', round } = route.useSearch();
  const params = { areaId: area.id };
  const rates = useRead(readRates, { params, query: { purpose, roundId: round } }, { keep: true });
  const trend = useRead(readTrend, { params, query: { purpose } }, { keep: true });
  const overview = useRead(readOverview, { params }, { every: 60_000 });
  // The cards have said everything about a community that stands alone.
  const single = area.kind === 'community';
  return (
    <>
      <OverviewHead area={area} rates={rates.data} />
      <div className="stack">
        <Loaded of={rates} waiting={<CardsWaiting />}>
          {(data) => <Cards data={data} areaId={area.id} trend={trend.data} />}
        </Loaded>
        <div className={single ? 'overview-panels overview-single' : 'overview-panels'}>
          <Loaded of={overview}>{(data) => <CoveragePanel overview={data} />}</Loaded>
          {single ? null : (
            <Loaded of={rates}>
              {(data) => (
                <MatrixCard
                  data={data}
                  communities={tree.communitiesOf(area.id)}
                  search={{ purpose, round }}
                />
              )}
            </Loaded>
          )}
          <Loaded of={overview}>{(data) => <ToDoPanel overview={data} />}</Loaded>
        </div>
      </div>
    </>
  );
}

type HeadProps = { area: AreaView; rates: ResponseOf<typeof readRates> | undefined };

function OverviewHead({ area, rates }: HeadProps): ReactElement {
  const t = useTexts();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const about = useRatesAbout(rates, area.id);
  const saveCsv = useRatesCsv();
  return (
    <PageHead title={t('overview.title', { area: area.name })} about={about}>
      <RoundChoice
        rates={rates}
        search={search}
        change={(next) => void navigate({ search: (old) => ({ ...old, ...next }) })}
      />
      {rates === undefined ? null : <HowMade rates={rates} areaId={area.id} />}
      {rates === undefined ? null : <Targets rates={rates} />}
      <Button disabled={rates === undefined} onClick={() => rates && saveCsv(rates)}>
        {t('overview.csv')}
      </Button>
      <Button onClick={() => window.print()}>{t('overview.print')}</Button>
    </PageHead>
  );
}

type MatrixProps = {
  data: ResponseOf<typeof readRates>;
  communities: AreaView[];
  search: RatesSearch;
};

function MatrixCard({ data, communities, search }: MatrixProps): ReactElement {
  const t = useTexts();
  return (
    <Card size="small" className="overview-matrix">
      <h2>{t('rates.cellsByCommunity')}</h2>
      <p className="small muted">{t('rates.cellsNote')}</p>
      <RateMatrix communities={communities} cells={data.cells} search={search} />
    </Card>
  );
}

type CardsProps = {
  data: ResponseOf<typeof readRates>;
  areaId: string;
  trend: ResponseOf<typeof readTrend> | undefined;
};

function Cards({ data, areaId, trend }: CardsProps): ReactElement {
  const t = useTexts();
  const { tree } = useArea();
  if (data.round === null) {
    return (
      <Card>
        <EmptyHint title={t('rates.noRounds')} hint={t('rates.noRoundsHint')} />
        <GettingStarted />
      </Card>
    );
  }
  if (tree.find(areaId)?.kind === 'district') {
    return <Alert type="info" showIcon title={t('rates.districtHint')} />;
  }
  return (
    <div className="rate-cards">
      {indicators.map((indicator) => (
        <IndicatorCard
          key={indicator}
          indicator={indicator}
          cell={data.cells.find((cell) => cell.areaId === areaId && cell.indicator === indicator)}
          trend={trend}
        />
      ))}
    </div>
  );
}

function CardsWaiting(): ReactElement {
  return (
    <div className="rate-cards">
      {indicators.map((indicator) => (
        <Card size="small" key={indicator}>
          <Skeleton active paragraph={{ rows: 5 }} />
        </Card>
      ))}
    </div>
  );
}
