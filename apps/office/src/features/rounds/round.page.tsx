import { Card, Tabs } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { readRound, type RoundView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { OutcomesTab } from '../monitor/outcomes-tab.tsx';
import { PaceTab } from '../monitor/pace-tab.tsx';
import { StuckTab } from '../monitor/stuck-tab.tsx';
import '../monitor/monitor.css';
import { CoverageTab } from './coverage-tab.tsx';
import { DrawsTab } from './draws-tab.tsx';
import { CasesTab } from './hotline/cases-tab.tsx';
import { HiddenChip } from './hidden-chip.tsx';
import { PlansTab } from './plans-tab.tsx';
import { RoundActions } from './round-actions.tsx';
import { draftOf } from './round-draft.ts';
import { RoundFacts } from './round-facts.tsx';
import { RoundStateChip } from './round-state-chip.tsx';
import './rounds.css';

const route = getRouteApi('/rounds/$roundId');

/** One round: as a draft what was decided, afterwards how far it is, kept up to date while somebody looks. */
export function RoundPage(): ReactElement {
  const { roundId } = route.useParams();
  const { area } = useArea();
  const words = useWords();
  const { locale } = useLocale();
  const round = useRead(readRound, { params: { areaId: area.id, roundId } }, { every: 60_000 });
  return (
    <Loaded of={round}>
      {(data) => (
        <>
          <PageHead
            title={data.name}
            about={
              <span className="row">
                <RoundStateChip state={data.state} />
                <HiddenChip round={data} />
                {words.purpose(data.purpose)} · {formatShortDay(data.startsOn, locale)} –{' '}
                {formatShortDay(data.deadline, locale)}
              </span>
            }
          >
            <RoundActions round={data} streetId={area.streetId ?? area.id} />
          </PageHead>
          {data.state === 'draft' ? (
            <Card size="small">
              <RoundFacts draft={draftOf(data)} streetId={area.streetId ?? area.id} />
              <DraftCases round={data} />
            </Card>
          ) : (
            <Monitor round={data} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** The list of a hotline round that is not open yet. */
function DraftCases({ round }: { round: RoundView }): ReactElement | null {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  if (round.purpose !== 'hotline' || !may(session, tree, 'hotline.read', area.id)) return null;
  return (
    <>
      <h2 className="hotline-title">{t('round.tab.cases')}</h2>
      <CasesTab round={round} />
    </>
  );
}

function Monitor({ round }: { round: RoundView }): ReactElement {
  const { tab = 'coverage' } = route.useSearch();
  const navigate = route.useNavigate();
  const tabs = useTabs(round);
  return (
    <Card size="small">
      <Tabs
        activeKey={tab}
        onChange={(key) => {
          const next = tabs.find((one) => one.key === key)?.key;
          void navigate({ search: (old) => ({ ...old, tab: next }) });
        }}
        items={tabs}
      />
    </Card>
  );
}

/** What there is to see of an open round, as far as somebody may. */
function useTabs(round: RoundView) {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const streetId = area.streetId ?? area.id;
  const allowed = (permission: Parameters<typeof may>[2]): boolean => may(session, tree, permission, area.id);
  return [
    { key: 'coverage' as const, label: t('round.tab.coverage'), children: <CoverageTab round={round} /> },
    ...(allowed('rates.read')
      ? [
          { key: 'pace' as const, label: t('round.tab.pace'), children: <PaceTab round={round} /> },
          {
            key: 'outcomes' as const,
            label: t('round.tab.outcomes'),
            children: <OutcomesTab round={round} />,
          },
        ]
      : []),
    ...(round.state === 'open' && allowed('visits.read')
      ? [{ key: 'stuck' as const, label: t('round.tab.stuck'), children: <StuckTab round={round} /> }]
      : []),
    ...(allowed('plans.read')
      ? [{ key: 'plans' as const, label: t('round.tab.plans'), children: <PlansTab round={round} /> }]
      : []),
    ...(round.purpose === 'hotline' && allowed('hotline.read')
      ? [{ key: 'cases' as const, label: t('round.tab.cases'), children: <CasesTab round={round} /> }]
      : []),
    ...(round.purpose === 'measurement' && allowed('rounds.drawSample')
      ? [{ key: 'draws' as const, label: t('round.tab.draws'), children: <DrawsTab round={round} /> }]
      : []),
    {
      key: 'details' as const,
      label: t('round.tab.details'),
      children: <RoundFacts draft={draftOf(round)} streetId={streetId} />,
    },
  ];
}
