import { useMemo, type ReactElement } from 'react';
import type { RateCell } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { ChartFigure } from '../../parts/charts/figure.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLook } from '../../parts/tokens.ts';
import { shareText } from './cell-text.ts';
import { companionsOf } from './companions.ts';
import { levelsHeight, levelsOf, levelsOption, type LevelsRow } from './levels-option.ts';
import { useReason } from './use-reason.ts';

type Row = { name: string; cell: RateCell | undefined };
type Props = {
  /** In the order they are drawn. */
  rows: readonly Row[];
  /** What the rows are called in the table. */
  title: string;
  label: string;
  roundId?: string | undefined;
};

/** Levels of satisfaction side by side, of printed figures only; where they are not printed, why. */
export function LevelsFigure({ rows, title, label, roundId }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { tokens } = useLook();
  const words = useLevelWords();
  const names = useMemo(
    () => ({
      top: t('rates.levels.top'),
      good: t('rates.levels.good'),
      rest: t('rates.levels.rest'),
    }),
    [t],
  );
  const drawn: LevelsRow[] = rows.map(({ name, cell }) => ({
    name,
    levels: levelsOf(cell),
    words: words(cell),
  }));
  const option = levelsOption(drawn, { tokens, names, percent: format.percent });
  const figures = useLevelsFigures(rows, title);
  return (
    <>
      <p className="small muted">{t('rates.levels.about')}</p>
      <ChartFigure
        option={option}
        figures={figures}
        label={label}
        height={levelsHeight(rows.length)}
        fileName={label.replaceAll(/[:：]/g, ' ')}
        roundId={roundId}
      />
    </>
  );
}

/** Beside a bar the "cannot say"; in place of one, why there is none. */
function useLevelWords(): (cell: RateCell | undefined) => string {
  const t = useTexts();
  const format = useFormat();
  const reason = useReason();
  return (cell) => {
    if (cell === undefined) return t('rates.noCellHint');
    const share = shareText(cell, format);
    if (share === null) return reason(cell);
    if (cell.kind === 'banded') return t('rates.levels.banded', { share, reason: reason(cell) });
    const beside = companionsOf(cell);
    return beside?.kind === 'satisfaction'
      ? t('rates.levels.beside', { share: format.percent(beside.figures.dontKnow) })
      : t('rates.levels.held', { share });
  };
}

function useLevelsFigures(rows: readonly Row[], title: string) {
  const t = useTexts();
  const format = useFormat();
  const words = useLevelWords();
  return {
    head: [
      title,
      'n',
      t('rates.levels.headline'),
      t('rates.levels.top'),
      t('rates.levels.good'),
      t('rates.levels.rest'),
      t('rates.levels.mean'),
      t('rates.levels.dontKnow'),
      t('rates.levels.why'),
    ],
    rows: rows.map(({ name, cell }) => {
      const levels = levelsOf(cell);
      const beside = cell?.satisfaction ?? null;
      const share = shareText(cell, format) ?? t('rates.hidden');
      const n = cell?.n ?? null;
      if (levels === null || beside === null) {
        return [name, n, share, null, null, null, null, null, whyNot(words(cell), cell, t)];
      }
      return [
        name,
        n,
        share,
        format.percent(levels.top),
        format.percent(levels.good),
        format.percent(levels.rest),
        beside.meanScore?.toFixed(1) ?? null,
        format.percent(beside.dontKnow),
        '',
      ];
    }),
  };
}

/** Where the rate is printed without its levels, the table has room to say why. */
function whyNot(words: string, cell: RateCell | undefined, t: ReturnType<typeof useTexts>): string {
  return cell?.kind === 'shown' || cell?.kind === 'flagged' ? t('rates.levels.heldWhy') : words;
}
