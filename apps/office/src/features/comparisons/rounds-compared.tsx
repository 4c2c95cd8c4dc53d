import { Select } from 'antd';
import type { ReactElement } from 'react';
import { readRoundComparison, type ResponseOf } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import type { CompareProps } from './compare-search.ts';
import { Differences } from './differences.tsx';
import { IndicatorChoice } from '../rates/indicator-choice.tsx';
import { PurposeChoice } from '../rates/purpose-choice.tsx';

type Compared = ResponseOf<typeof readRoundComparison>;

/** A round against a former one of its purpose: what changed by more than chance, or may have. */
export function RoundsCompared({ search, change }: CompareProps): ReactElement {
  const { area } = useArea();
  const { purpose = 'measurement', round: roundId, former: formerId, indicator = 'awareness' } = search;
  const compared = useRead(
    readRoundComparison,
    { params: { areaId: area.id }, query: { purpose, roundId, formerId } },
    { keep: true },
  );
  return (
    <Loaded of={compared}>
      {(data) => (
        <div className="stack">
          <Choices data={data} search={search} change={change} />
          <div className="row">
            <IndicatorChoice value={indicator} choose={(next) => change({ indicator: next })} />
          </div>
          <Rows data={data} indicator={indicator} />
        </div>
      )}
    </Loaded>
  );
}

function Rows({
  data,
  indicator,
}: {
  data: Compared;
  indicator: Compared['rows'][number]['indicator'];
}): ReactElement {
  const t = useTexts();
  const rows = data.rows.filter((row) => row.indicator === indicator);
  const { round, former } = data;
  if (round === null || former === null)
    return <EmptyHint title={t('compare.oneRound')} hint={t('compare.oneRoundHint')} />;
  if (rows.length === 0) return <EmptyHint title={t('compare.none')} hint={t('compare.noneHint')} />;
  return <Differences rows={rows} indicator={indicator} now={round} former={former} />;
}

function Choices({ data, search, change }: CompareProps & { data: Compared }): ReactElement {
  const t = useTexts();
  const { purpose = 'measurement' } = search;
  const options = data.rounds
    .filter((round) => round.purpose === purpose)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="row">
      <PurposeChoice
        value={purpose}
        choose={(next) => change({ purpose: next, round: undefined, former: undefined })}
      />
      <Select
        aria-label={t('rates.round')}
        className="round-choice"
        value={data.round?.id ?? null}
        disabled={options.length === 0}
        onChange={(round) => change({ round: round ?? undefined, former: undefined })}
        options={options}
      />
      {options.length < 2 ? null : (
        <>
          <span>{t('compare.against')}</span>
          <Select
            aria-label={t('compare.former')}
            className="round-choice"
            value={data.former?.id ?? null}
            onChange={(former) => change({ round: data.round?.id, former: former ?? undefined })}
            options={options.filter(({ value }) => value !== data.round?.id)}
          />
        </>
      )}
    </div>
  );
}
