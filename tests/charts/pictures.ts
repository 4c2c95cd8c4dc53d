/** Every picture of the office as it is drawn of made-up figures: none, one, some, many, and all held back. */
import type { Locale } from '@huhudao/protocol';
import { compareInFunnels } from '../../apps/api/src/rates/compare-communities.ts';
import { controlLimits } from '../../apps/api/src/rates/control-limits.ts';
import {
  coverageMapHeight,
  coverageMapOf,
  coverageMapOption,
} from '../../apps/office/src/features/coverage/coverage-map-option.ts';
import {
  differenceHeight,
  differenceOption,
} from '../../apps/office/src/features/comparisons/difference-option.ts';
import { funnelOption } from '../../apps/office/src/features/comparisons/funnel-option.ts';
import { paceOption, paceSteps } from '../../apps/office/src/features/monitor/pace-option.ts';
import { controlOption, controlSteps } from '../../apps/office/src/features/rates/control-option.ts';
import { levelsHeight, levelsOf, levelsOption } from '../../apps/office/src/features/rates/levels-option.ts';
import { hasMarks, trendOption, trendSteps } from '../../apps/office/src/features/rates/trend-option.ts';
import { en } from '../../apps/office/src/i18n/en.ts';
import { zhCN } from '../../apps/office/src/i18n/zh-CN.ts';
import type { svgOf } from '../../apps/office/src/parts/charts/echarts.ts';
import type { Tokens } from '../../apps/office/src/parts/tokens.ts';
import { cellsOf, coverageOf, idOf, trendOf } from './figures.ts';

/** Null where the page shows its table or a sentence instead. */
export type Picture = { name: string; width: number; height: number; option: Option | null };
type Option = Parameters<typeof svgOf>[0];
type Drawing = { tokens: Tokens; locale: Locale };

export const cases = [
  { name: 'none', count: 0, suppressed: false },
  { name: 'one', count: 1, suppressed: false },
  { name: 'some', count: 9, suppressed: false },
  { name: 'many', count: 200, suppressed: false },
  { name: 'suppressed', count: 9, suppressed: true },
] as const;
type Case = (typeof cases)[number];

const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}%`;
const tip = (): string => '';
const textsOf = (locale: Locale) => (locale === 'en' ? en : zhCN);
const fill = (text: string, share: string): string => text.replace('{{share}}', share);

export const picturesOf = (one: Case, drawing: Drawing): Picture[] => [
  levels(one, drawing),
  funnel(one, drawing),
  differences(one, drawing),
  ...trends(one, drawing),
  control(one, drawing),
  coverageMap(one, drawing),
  pace(one, drawing),
];

function levels({ count, suppressed }: Case, { tokens, locale }: Drawing): Picture {
  const texts = textsOf(locale).rates;
  const rows = cellsOf(count, suppressed).map((cell) => {
    const share = cell.satisfaction?.dontKnow;
    const words =
      share === undefined ? texts.reason.smallMinority : fill(texts.levels.beside, percent(share));
    return { name: cell.areaName, levels: levelsOf(cell), words };
  });
  const option = levelsOption(rows, { tokens, names: texts.levels, percent });
  return { name: 'levels', width: 760, height: levelsHeight(count), option };
}

function funnel({ count, suppressed }: Case, { tokens, locale }: Drawing): Picture {
  const texts = textsOf(locale).compare;
  const cells = cellsOf(count, suppressed).map((cell) => ({ roundId: idOf(0), cell, effectiveN: cell.n }));
  const drawn = compareInFunnels(cells)[0]?.drawn ?? null;
  const names = { centre: texts.centre, inner: '95%', outer: '99.8%', answers: texts.answers };
  const option = drawn === null ? null : funnelOption(drawn, { tokens, names, tip });
  return { name: 'funnel', width: 520, height: 300, option };
}

function differences({ count, suppressed }: Case, { tokens, locale }: Drawing): Picture {
  const texts = textsOf(locale).compare;
  const steps = cellsOf(count, suppressed).flatMap(({ areaName: name, value, n }) => {
    if (value === null) return [];
    const change = value - 0.78;
    const half = 2.4 / Math.sqrt(n ?? 1);
    return [{ name, value: change, lower: change - half, upper: change + half }];
  });
  const option =
    steps.length === 0
      ? null
      : differenceOption(steps, { tokens, better: texts.more, worse: texts.less, tip });
  return { name: 'differences', width: 760, height: differenceHeight(steps.length), option };
}

/** As on the page of a community, and small as on a card. A page needs two rounds. */
function trends({ count, suppressed }: Case, { tokens, locale }: Drawing): Picture[] {
  const trend = trendOf(count, suppressed);
  const steps = trendSteps(trend, 'satisfaction', ({ startsOn }) => startsOn.slice(0, 7));
  const target = 0.85;
  const targetText = textsOf(locale).rates.target.replace('{{target}}', percent(target, 0));
  const option = (compact: boolean) =>
    steps.length < 2 || !hasMarks(steps)
      ? null
      : trendOption(steps, { target, targetText, compact, tip, tokens });
  return [
    { name: 'trend', width: 320, height: 220, option: option(false) },
    { name: 'trend-small', width: 280, height: 112, option: option(true) },
  ];
}

function control({ count, suppressed }: Case, { tokens }: Drawing): Picture {
  const trend = trendOf(count, suppressed);
  const released = trend.flatMap(({ roundId, cells }) =>
    cells.map((cell) => ({ roundId, cell, effectiveN: cell.n })),
  );
  const limits = controlLimits(released);
  const judged = trend.map((point) => ({
    ...point,
    cells: released
      .filter(({ roundId }) => roundId === point.roundId)
      .map((one) => ({ ...one.cell, control: limits.get(one) ?? null })),
  }));
  const steps = controlSteps(judged, 'satisfaction', ({ roundName }) => roundName);
  const option = steps.length === 0 ? null : controlOption(steps, { tokens, tip });
  return { name: 'control', width: 320, height: 200, option };
}

function coverageMap({ count }: Case, { tokens }: Drawing): Picture {
  const map = coverageMapOf(coverageOf(count));
  const option = map.buildings.length === 0 ? null : coverageMapOption(map, { tokens, tip });
  return { name: 'coverage-map', width: 760, height: coverageMapHeight(count), option };
}

function pace({ count }: Case, { tokens, locale }: Drawing): Picture {
  const { monitor, overview } = textsOf(locale);
  const eligible = Math.max(1, count) * 30;
  const day = (index: number) => new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10);
  const days = Array.from({ length: count }, (_, index) => ({
    day: day(index),
    count: 20,
    total: 20 * (index + 1),
  }));
  const ahead =
    count < 2
      ? []
      : [0, 1, 2, 3, 4].map((later) => {
          const expected = 20 * (count + later);
          return {
            day: day(count - 1 + later),
            expected,
            lower: expected - 8 * later,
            upper: expected + 8 * later,
          };
        });
  const texts = {
    total: overview.settled,
    expected: monitor.expected,
    interval: monitor.interval,
    all: `${overview.eligible}\n${eligible}`,
  };
  const option = paceOption(paceSteps({ days, ahead }), {
    tokens,
    eligible,
    texts,
    label: (text) => text.slice(5),
    tip,
  });
  return { name: 'pace', width: 760, height: 320, option };
}
