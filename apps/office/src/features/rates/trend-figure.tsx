import { useMemo, type ReactElement } from 'react';
import { dayOf, type Indicator } from '@huhudao/domain';
import type { ResponseOf, readTrend } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { ChartFigure } from '../../parts/charts/figure.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLook } from '../../parts/tokens.ts';
import { shareText } from './cell-text.ts';
import { useReason } from './use-reason.ts';
import { hasMarks, trendOption, trendSteps, type TrendStep } from './trend-option.ts';

type Trend = ResponseOf<typeof readTrend>;
type Point = Trend[number];
type Props = {
  trend: Trend;
  indicator: Indicator;
  compact?: boolean;
  /** Where several are looked at side by side. */
  axis?: readonly [number, number] | undefined;
  /** Whose, where several are. */
  place?: string;
};

/** One indicator over the rounds of one purpose: points with their spans, breaks where they may not be joined. */
export function TrendFigure({ trend, indicator, ...shown }: Props): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const steps = useMemo(
    () => trendSteps(trend, indicator, (point) => formatShortDay(figuresOn(point), locale)),
    [trend, indicator, locale],
  );
  if (steps.length < 2) return <p className="rate-note small muted">{t('rates.tooFew')}</p>;
  return (
    <>
      {hasMarks(steps) ? (
        <TrendPicture trend={trend} indicator={indicator} steps={steps} {...shown} />
      ) : (
        <p className="rate-note small muted">{t('rates.neverShown')}</p>
      )}
      <TrendNotes trend={trend} steps={steps} />
    </>
  );
}

type PictureProps = Props & { steps: readonly TrendStep[] };

function TrendPicture({ trend, indicator, steps, compact = false, axis, place }: PictureProps): ReactElement {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const { tokens } = useLook();
  const change = t('rates.trend', { indicator: words.indicator(indicator) });
  const label = place === undefined ? change : `${place} ${change}`;
  const target = steps.findLast((step) => step.cell !== undefined)?.cell?.target ?? null;
  const option = useMemo(
    () =>
      trendOption(steps, {
        target,
        targetText: target === null ? '' : t('rates.target', { target: format.percent(target, 0) }),
        compact,
        axis,
        tokens,
        tip: (step) => tipOf(step, shareText(step.cell, format) ?? t('rates.hidden'), format.range),
      }),
    [steps, target, compact, axis, tokens, t, format],
  );
  const figures = {
    head: [t('rates.trendRound'), t('rates.trendValue'), t('rates.trendRange'), 'n'],
    rows: steps.map((step, index) => [
      trend[index]?.roundName ?? step.label,
      shareText(step.cell, format) ?? t('rates.hidden'),
      step.span === null ? '' : format.range(step.span),
      step.cell?.n ?? null,
    ]),
  };
  return (
    <ChartFigure
      option={option}
      figures={figures}
      label={label}
      height={compact ? 112 : 220}
      fileName={label.replaceAll(/[:：]/g, ' ')}
    />
  );
}

type NotesProps = { trend: Props['trend']; steps: readonly TrendStep[] };

/** Why a line breaks or a point is missing, and what a dashed box is. */
function TrendNotes({ trend, steps }: NotesProps): ReactElement {
  const t = useTexts();
  const reason = useReason();
  const breaks = trend.filter((_, index) => index > 0 && steps[index]?.breakBefore === true);
  return (
    <>
      {breaks.map((point) => (
        <p className="rate-note small muted" key={point.roundId}>
          {t('rates.breakNote', { round: point.roundName })}
        </p>
      ))}
      {trend.map((point, index) => {
        const cell = steps[index]?.cell;
        return cell?.kind === 'hidden' ? (
          <p className="rate-note small muted" key={`hidden ${point.roundId}`}>
            {t('rates.hiddenNote', { round: point.roundName, reason: reason(cell) })}
          </p>
        ) : null;
      })}
      {steps.some((step) => step.band) ? (
        <p className="rate-note small muted">{t('rates.bandNote')}</p>
      ) : null}
    </>
  );
}

function tipOf(step: TrendStep, share: string, range: (span: readonly [number, number]) => string): string {
  const n = step.cell?.n;
  const span = step.span === null || step.band ? '' : ` (${range(step.span)})`;
  return `${step.label}<br>${share}${span}${n === null || n === undefined ? '' : `<br>n = ${n}`}`;
}

/** The day the figures are of: a round may end before its deadline. */
function figuresOn({ cells: [first], deadline }: Point): string {
  return first === undefined ? deadline : dayOf(first.dataTime);
}
