import { Card, Select } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { indicators } from '@huhudao/domain';
import { readRates, readTrend, type ResponseOf } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { HowMade } from '../rates/how-made.tsx';
import { IndicatorCard } from '../rates/indicator-card.tsx';
import { OutcomeTable } from '../rates/outcome-table.tsx';
import { useRatesAbout } from '../rates/rates-about.ts';
import { RoundChoice } from '../rates/round-choice.tsx';
import { ControlFigure } from '../rates/control-figure.tsx';
import { LevelsOfRounds } from '../rates/levels-of-rounds.tsx';
import { TrendFigure } from '../rates/trend-figure.tsx';
import { CommunityCoverage } from './community-coverage.tsx';
import './community.css';

const route = getRouteApi('/communities/$communityId');

/** One community: its rates, how they changed, what came of the doors, and coverage down to the stairwell. */
export function CommunityPage(): ReactElement {
  const { communityId } = route.useParams();
  const { tree } = useArea();
  const { purpose = 'measurement', round, stairwell } = route.useSearch();
  const navigate = route.useNavigate();
  const params = { areaId: communityId };
  const rates = useRead(readRates, { params, query: { purpose, roundId: round } }, { keep: true });
  const trend = useRead(readTrend, { params, query: { purpose } }, { keep: true });
  const about = useRatesAbout(rates.data, communityId);
  const outcome = rates.data?.outcomes.find((one) => one.areaId === communityId);
  return (
    <>
      <PageHead title={<CommunityChoice communityId={communityId} />} about={about}>
        <RoundChoice
          rates={rates.data}
          search={{ purpose, round }}
          change={(next) => void navigate({ search: (old) => ({ ...old, ...next }) })}
        />
        {rates.data === undefined ? null : <HowMade rates={rates.data} areaId={communityId} />}
      </PageHead>
      <div className="stack">
        <Loaded of={rates}>{(data) => <Cards rates={data} communityId={communityId} />}</Loaded>
        <CommunityCoverage
          communityId={communityId}
          stairwellId={stairwell}
          choose={(id) => void navigate({ search: (old) => ({ ...old, stairwell: id }) })}
        />
        {trend.data === undefined || trend.data.length < 2 ? null : <Trends trend={trend.data} />}
        {trend.data === undefined ? null : (
          <LevelsOfRounds trend={trend.data} place={tree.find(communityId)?.name ?? ''} />
        )}
        {outcome === undefined ? null : (
          <Card size="small">
            <OutcomeTable outcome={outcome} />
          </Card>
        )}
      </div>
    </>
  );
}

type CardsProps = { rates: ResponseOf<typeof readRates>; communityId: string };

function Cards({ rates, communityId }: CardsProps): ReactElement {
  const t = useTexts();
  if (rates.round === null) {
    return (
      <Card>
        <EmptyHint title={t('rates.noRounds')} hint={t('rates.noRoundsHint')} />
      </Card>
    );
  }
  return (
    <div className="rate-cards">
      {indicators.map((indicator) => (
        <IndicatorCard
          key={indicator}
          indicator={indicator}
          cell={rates.cells.find((cell) => cell.areaId === communityId && cell.indicator === indicator)}
          trend={undefined}
        />
      ))}
    </div>
  );
}

function Trends({ trend }: { trend: ResponseOf<typeof readTrend> }): ReactElement {
  const words = useWords();
  return (
    <div className="community-trends">
      {indicators.map((indicator) => (
        <Card size="small" key={indicator}>
          <h2>{words.indicator(indicator)}</h2>
          <TrendFigure trend={trend} indicator={indicator} />
          <ControlFigure trend={trend} indicator={indicator} />
        </Card>
      ))}
    </div>
  );
}

function CommunityChoice({ communityId }: { communityId: string }): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const navigate = route.useNavigate();
  const street = tree.find(communityId)?.streetId ?? area.id;
  const communities = tree.communitiesOf(street);
  const options = (communities.length === 0 ? tree.communitiesOf(communityId) : communities).map((one) => ({
    value: one.id,
    label: one.name,
  }));
  return (
    <Select
      className="community-choice"
      aria-label={t('community.choose')}
      size="large"
      variant="borderless"
      value={communityId}
      options={options}
      onChange={(id) =>
        void navigate({ params: { communityId: id }, search: (old) => ({ ...old, stairwell: undefined }) })
      }
    />
  );
}
