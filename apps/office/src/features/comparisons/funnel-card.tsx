import { Card } from 'antd';
import { useMemo, type ReactElement } from 'react';
import type { ResponseOf, readCommunityComparison } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { ChartFigure } from '../../parts/charts/figure.tsx';
import type { Cell } from '../../parts/csv.ts';
import { useFormat, type Format } from '../../parts/format.ts';
import { useLook } from '../../parts/tokens.ts';
import { useReason } from '../rates/use-reason.ts';
import { funnelOption, type FunnelPoint } from './funnel-option.ts';

type Funnel = ResponseOf<typeof readCommunityComparison>['funnels'][number];
type Props = { funnel: Funnel; roundId: string | undefined };

/** One rate of all communities; those left out are named with their reason. */
export function FunnelCard({ funnel, roundId }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { drawn, leftOut } = funnel;
  const label = t('compare.funnelOf', { indicator: words.indicator(funnel.indicator) });
  const option = useFunnelOption(drawn);
  const figures = useFunnelFigures(funnel);
  return (
    <Card size="small">
      <h2>{words.indicator(funnel.indicator)}</h2>
      {drawn === null && leftOut.length === 0 ? null : (
        <ChartFigure
          option={option}
          figures={figures}
          label={label}
          height={300}
          fileName={label.replaceAll(/[:：]/g, ' ')}
          roundId={roundId}
        />
      )}
      <FunnelNotes drawn={drawn} left={leftOut.length} />
    </Card>
  );
}

function useFunnelOption(drawn: Funnel['drawn']) {
  const t = useTexts();
  const format = useFormat();
  const { tokens } = useLook();
  return useMemo(
    () =>
      drawn === null
        ? null
        : funnelOption(drawn, {
            tokens,
            names: {
              centre: t('compare.centre'),
              inner: '95%',
              outer: '99.8%',
              answers: t('compare.answers'),
            },
            tip: (point) =>
              `${point.areaName}<br>${format.percent(point.value)} · n = ${point.n}<br>${t(`compare.group.${point.group}`)}`,
          }),
    [drawn, tokens, t, format],
  );
}

/** By the number of answers, as in the picture: never by the rate. */
function useFunnelFigures({ drawn, leftOut }: Funnel) {
  const t = useTexts();
  const format = useFormat();
  const reason = useReason();
  const points = (drawn?.points ?? []).toSorted((one, other) => one.n - other.n);
  return {
    head: [
      t('rates.community'),
      'n',
      t('rates.indicatorValue'),
      t('compare.limits', { share: '95%' }),
      t('compare.limits', { share: '99.8%' }),
      t('compare.judged'),
    ],
    rows: [
      ...points.map((point) => [...rowOf(point, format), t(`compare.group.${point.group}`)]),
      ...leftOut.map((cell) => [cell.areaName, null, t('rates.hidden'), '', '', reason(cell)]),
    ],
  };
}

const rowOf = ({ areaName, n, value, inner, outer }: FunnelPoint, format: Format): Cell[] => [
  areaName,
  n,
  format.percent(value),
  format.range(inner),
  format.range(outer),
];

function FunnelNotes({ drawn, left }: { drawn: Funnel['drawn']; left: number }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  return (
    <div className="small muted">
      {drawn === null ? (
        <p>{t('compare.tooFewCommunities')}</p>
      ) : (
        <p>
          {t('compare.centreIs', { share: format.percent(drawn.centre) })}
          {drawn.overdispersed ? ` ${t('compare.widened', { factor: drawn.factor.toFixed(1) })}` : ''}
        </p>
      )}
      {left === 0 ? null : <p>{t('compare.leftOut', { count: left })}</p>}
    </div>
  );
}
