import { Card } from 'antd';
import { EyeOff, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Indicator } from '@huhudao/domain';
import type { RateCell, ResponseOf, readTrend } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';
import { shareText } from './cell-text.ts';
import { TrendFigure } from './trend-figure.tsx';
import { useCompanions } from './use-companions.ts';
import { useReason } from './use-reason.ts';
import { VerdictChip } from './verdict-chip.tsx';
import './rates.css';

type Props = {
  indicator: Indicator;
  cell: RateCell | undefined;
  trend: ResponseOf<typeof readTrend> | undefined;
};

/** One indicator: value, how sure it is, of how many answers, against the target, and over the rounds. */
export function IndicatorCard({ indicator, cell, trend }: Props): ReactElement {
  const words = useWords();
  return (
    <Card className="rate-card" size="small">
      <div className="rate-card-head">
        <h2>{words.indicator(indicator)}</h2>
        <VerdictChip cell={cell} />
      </div>
      {cell === undefined ? <NoCell /> : <CellFacts cell={cell} />}
      {trend === undefined ? null : <TrendFigure trend={trend} indicator={indicator} compact />}
    </Card>
  );
}

function NoCell(): ReactElement {
  const t = useTexts();
  return (
    <>
      <p className="rate-value muted">—</p>
      <p className="small muted">{t('rates.noCellHint')}</p>
    </>
  );
}

/** Value, interval or bounds, n and data time, what completes the rate; where something is held back, why. */
export function CellFacts({ cell }: { cell: RateCell }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const reason = useReason();
  const share = shareText(cell, format);
  const beside = useCompanions()(cell);
  return (
    <>
      <p className={share === null ? 'rate-value rate-hidden' : 'rate-value'}>
        {share ?? (
          <>
            <EyeOff size={22} aria-hidden /> {t('rates.hidden')}
          </>
        )}
      </p>
      <div className="small muted">
        {cell.kind === 'hidden' || cell.kind === 'banded' ? <p>{reason(cell)}</p> : <Span cell={cell} />}
        <p>
          {cell.n === null ? null : <>{t('rates.n', { n: format.number(cell.n) })} · </>}
          <span title={t('rates.release', { number: cell.release })}>
            {t('shell.dataTime', { time: format.moment(cell.dataTime) })}
          </span>
        </p>
        {beside === null ? null : <p>{beside}</p>}
        {cell.kind === 'flagged' ? (
          <p className="rate-flag">
            <TriangleAlert size={14} aria-hidden /> {t('rates.flagged')}
          </p>
        ) : null}
      </div>
    </>
  );
}

function Span({ cell }: { cell: RateCell }): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  if (cell.interval !== null) return <p>{t('rates.interval', { range: format.range(cell.interval) })}</p>;
  if (cell.bounds !== null) return <p>{t('rates.bounds', { range: format.range(cell.bounds) })}</p>;
  return null;
}
