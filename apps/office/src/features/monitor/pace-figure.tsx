import { useMemo, type ReactElement } from 'react';
import type { RoundPaceView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { ChartFigure } from '../../parts/charts/figure.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLook } from '../../parts/tokens.ts';
import { paceOption, paceSteps, type PaceStep } from './pace-option.ts';

/** Doors settled day by day against the deadline, with what is expected; its table and its downloads beside it. */
export function PaceFigure({ pace, name }: { pace: RoundPaceView; name: string }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const { tokens } = useLook();
  const steps = useMemo(() => paceSteps(pace), [pace]);
  const option = useMemo(() => {
    const label = (day: string): string => formatShortDay(day, locale);
    const texts = {
      total: t('overview.settled'),
      expected: t('monitor.expected'),
      interval: t('monitor.interval'),
      all: `${t('overview.eligible')}\n${format.number(pace.eligible)}`,
    };
    const tip = ({ day, count, total, expected, lower, upper }: PaceStep): string =>
      [
        label(day),
        ...(total === null ? [] : [`${texts.total} ${format.number(total)} (+${format.number(count ?? 0)})`]),
        ...(expected === null
          ? []
          : [`${texts.expected} ${format.number(expected)} (${lower ?? ''}–${upper ?? ''})`]),
      ].join('<br>');
    return paceOption(steps, { tokens, eligible: pace.eligible, texts, label, tip });
  }, [steps, tokens, pace.eligible, locale, t, format]);
  const head = [
    ...[t('round.day'), t('monitor.perDay'), t('overview.settled')],
    ...[t('monitor.expected'), t('monitor.lower'), t('monitor.upper')],
  ];
  const rows = steps.map(({ day, count, total, expected, lower, upper }) => [
    ...[day, count, total],
    ...[expected, lower, upper],
  ]);
  return (
    <ChartFigure
      option={option}
      figures={{ head, rows }}
      label={t('monitor.paceLabel')}
      height={320}
      fileName={`${name} ${t('monitor.pace')}`}
    />
  );
}
