import { useMemo, type ReactElement } from 'react';
import type { Indicator } from '@huhudao/domain';
import type { ResponseOf, readTrend } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { ChartFigure } from '../../parts/charts/figure.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLook } from '../../parts/tokens.ts';
import { shareText } from './cell-text.ts';
import { controlOption, controlSteps, type ControlStep } from './control-option.ts';

type Props = { trend: ResponseOf<typeof readTrend>; indicator: Indicator };

/** Which rounds of a community are more than chance away from its others; nothing where there are too few to say. */
export function ControlFigure({ trend, indicator }: Props): ReactElement | null {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const { tokens } = useLook();
  const label = t('rates.control.title', { indicator: words.indicator(indicator) });
  const steps = useMemo(() => controlSteps(trend, indicator, (point) => point.roundName), [trend, indicator]);
  const value = ({ cell }: ControlStep): string => shareText(cell, format) ?? t('rates.hidden');
  const state = ({ control }: ControlStep): string =>
    control === null ? t('rates.control.none') : t(`rates.control.${control.position}`);
  if (steps.length === 0) return null;
  const option = controlOption(steps, {
    tokens,
    tip: (step) => [step.label, value(step), state(step)].join('<br>'),
  });
  const figures = {
    head: [
      t('rates.trendRound'),
      t('rates.trendValue'),
      'n',
      t('rates.control.lower'),
      t('rates.control.upper'),
      t('rates.control.state'),
    ],
    rows: steps.map((step) => [
      step.label,
      value(step),
      step.cell?.n ?? null,
      step.control === null ? null : format.percent(step.control.lower),
      step.control === null ? null : format.percent(step.control.upper),
      state(step),
    ]),
  };
  return (
    <div className="control-figure">
      <ChartFigure
        option={option}
        figures={figures}
        label={label}
        height={200}
        fileName={label.replaceAll(/[:：]/g, ' ')}
      />
      <p className="rate-note small muted">{t('rates.control.about')}</p>
      <Outside steps={steps} state={state} />
    </div>
  );
}

type OutsideProps = { steps: readonly ControlStep[]; state: (step: ControlStep) => string };

/** The rounds that are more than chance away, by their names. */
function Outside({ steps, state }: OutsideProps): ReactElement {
  const t = useTexts();
  const outside = steps.filter(({ control }) => control !== null && control.position !== 'within');
  return (
    <>
      {outside.map((step) => (
        <p className="rate-note small" key={step.label}>
          {t('rates.control.outside', { round: step.label, state: state(step) })}
        </p>
      ))}
    </>
  );
}
