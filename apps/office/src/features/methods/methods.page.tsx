import { Button, Card } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { readMethods, type ResponseOf } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { IndicatorChoice } from '../rates/indicator-choice.tsx';
import { CellFacts } from '../rates/indicator-card.tsx';
import { OutcomeTable } from '../rates/outcome-table.tsx';
import { RoundChoice } from '../rates/round-choice.tsx';
import { Answers } from './answers.tsx';
import { Calculation } from './calculation.tsx';
import { Definitions } from './definitions.tsx';
import { Releases } from './releases.tsx';
import { Remake } from './remake.tsx';
import { Rules } from './rules.tsx';
import './methods.css';

const route = getRouteApi('/methods');

/** How one figure was made, step by step: enough to make it again. */
export function MethodsPage(): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { area } = useArea();
  const navigate = route.useNavigate();
  const { purpose = 'measurement', round, indicator = 'awareness' } = route.useSearch();
  const query = { purpose, roundId: round, indicator };
  const methods = useRead(readMethods, { params: { areaId: area.id }, query }, { keep: true });
  const title = t('methods.title', { area: area.name, indicator: words.indicator(indicator) });
  const ofPurpose = methods.data && {
    ...methods.data,
    rounds: methods.data.rounds.filter((one) => one.purpose === purpose),
  };
  return (
    <>
      <PageHead title={title} about={methods.data?.round?.name}>
        <RoundChoice
          rates={ofPurpose}
          search={{ purpose, round }}
          change={(next) => void navigate({ search: (old) => ({ ...old, ...next }) })}
        />
        <Button onClick={() => window.print()}>{t('overview.print')}</Button>
      </PageHead>
      <div className="stack">
        <div className="row">
          <IndicatorChoice
            value={indicator}
            choose={(next) => void navigate({ search: (old) => ({ ...old, indicator: next }) })}
          />
        </div>
        <Loaded of={methods}>{(data) => <Steps made={data} />}</Loaded>
      </div>
    </>
  );
}

function Steps({ made }: { made: ResponseOf<typeof readMethods> }): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const { round, cell, outcome } = made;
  if (round === null)
    return (
      <Card>
        <EmptyHint title={t('rates.noRounds')} hint={t('rates.noRoundsHint')} />
      </Card>
    );
  const partly = round.partlyIds.flatMap((id) => tree.find(id)?.name ?? []);
  return (
    <>
      <Card size="small">
        <h2>{t('methods.figure')}</h2>
        {cell === null ? (
          <p className="muted">{t(area.kind === 'district' ? 'rates.districtHint' : 'rates.noCellHint')}</p>
        ) : (
          <CellFacts cell={cell} />
        )}
        <p>{t(round.purpose === 'coverage' ? 'rates.howCoverage' : 'rates.howMeasurement')}</p>
      </Card>
      <Definitions definitions={made.definitions} formulaId={cell?.formulaId} />
      <Answers strata={made.strata} purpose={round.purpose} partly={partly} />
      <Calculation purpose={round.purpose} street={area.kind === 'street'} />
      {outcome === null ? null : (
        <Card size="small">
          <OutcomeTable outcome={outcome} />
        </Card>
      )}
      {cell === null ? null : <Remake made={made} />}
      <Releases releases={made.releases} />
      <Rules rules={made.rules} />
    </>
  );
}
