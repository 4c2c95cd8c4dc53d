import { useMemo, type ReactElement } from 'react';
import type { Indicator } from '@huhudao/domain';
import type { RateCell, RoundDifference } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { ChartFigure, FigureTable, type Figures } from '../../parts/charts/figure.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLook } from '../../parts/tokens.ts';
import { shareText } from '../rates/cell-text.ts';
import { useReason } from '../rates/use-reason.ts';
import { differenceHeight, differenceOption, type DifferenceStep } from './difference-option.ts';

type Round = { name: string; purpose: string };
type Props = { rows: readonly RoundDifference[]; indicator: Indicator; now: Round; former: Round };

/** The difference of each community in a picture, and below it the figures themselves or why there are none. */
export function Differences({ rows, indicator, now, former }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  const steps = useMemo(() => stepsOf(rows), [rows]);
  const option = useDifferenceOption(steps);
  const figures = useDifferenceFigures(rows, { now, former });
  const names = { indicator: words.indicator(indicator), now: now.name, former: former.name };
  const label = t('compare.differenceOf', names);
  return (
    <div className="stack">
      <p className="small muted">
        {t(now.purpose === 'measurement' ? 'compare.sampledNote' : 'compare.coverageNote')}
      </p>
      {steps.length === 0 ? (
        <p>{t('compare.nothingToDraw')}</p>
      ) : (
        <ChartFigure
          option={option}
          figures={figures}
          label={label}
          height={differenceHeight(steps.length)}
          fileName={label.replaceAll(/[:：]/g, ' ')}
        />
      )}
      <FigureTable label={label} figures={figures} />
    </div>
  );
}

const stepsOf = (rows: readonly RoundDifference[]): DifferenceStep[] =>
  rows.flatMap(({ areaName, difference }) =>
    difference === null ? [] : [{ name: areaName, ...difference }],
  );

function useDifferenceOption(steps: readonly DifferenceStep[]) {
  const t = useTexts();
  const points = usePoints();
  const { tokens } = useLook();
  return useMemo(
    () =>
      differenceOption(steps, {
        tokens,
        better: t('compare.more'),
        worse: t('compare.less'),
        tip: (step) => `${step.name}<br>${points.one(step.value)} (${points.range(step)})`,
      }),
    [steps, tokens, t, points],
  );
}

/** Differences of shares, in points with their sign. */
function usePoints() {
  const t = useTexts();
  return useMemo(() => {
    const one = (share: number): string => {
      const rounded = (share * 100).toFixed(1);
      return Number(rounded) > 0 ? `+${rounded}` : rounded;
    };
    return {
      one,
      range: ({ lower, upper }: { lower: number; upper: number }): string =>
        t('compare.fromTo', { from: one(lower), to: one(upper) }),
    };
  }, [t]);
}

function useDifferenceFigures(
  rows: readonly RoundDifference[],
  rounds: { now: Round; former: Round },
): Figures {
  const t = useTexts();
  const format = useFormat();
  const points = usePoints();
  const reason = useReason();
  const why = ({ why: reasonNot, now, former }: RoundDifference): string => {
    if (reasonNot === null) return '';
    const held = [now, former].find((cell) => cell?.kind === 'hidden' || cell?.kind === 'banded');
    return reasonNot === 'notShown' && held ? reason(held) : t(`compare.why.${reasonNot}`);
  };
  const share = (cell: RateCell | null): string =>
    cell === null ? '—' : (shareText(cell, format) ?? t('rates.hidden'));
  return {
    head: [
      t('rates.community'),
      rounds.former.name,
      `n · ${rounds.former.name}`,
      rounds.now.name,
      `n · ${rounds.now.name}`,
      t('compare.difference'),
      t(rounds.now.purpose === 'measurement' ? 'compare.interval' : 'compare.bounds'),
      t('compare.judged'),
    ],
    rows: rows.map((row) => [
      row.areaName,
      share(row.former),
      row.former?.n ?? null,
      share(row.now),
      row.now?.n ?? null,
      row.difference === null ? '—' : points.one(row.difference.value),
      row.difference === null ? '' : points.range(row.difference),
      row.difference === null ? why(row) : t(`compare.change.${changeOf(row.difference)}`),
    ]),
  };
}

/** Whether the span lies on one side of no difference. */
function changeOf({ lower, upper }: { lower: number; upper: number }): 'more' | 'less' | 'open' {
  if (lower > 0) return 'more';
  return upper < 0 ? 'less' : 'open';
}
