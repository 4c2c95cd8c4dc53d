import type { ResponseOf, readRates } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { csvOf } from '../../parts/csv.ts';
import { saveBlob } from '../../parts/download.ts';
import { useFormat } from '../../parts/format.ts';
import { shareText } from './cell-text.ts';
import { useCompanions } from './use-companions.ts';

type Rates = ResponseOf<typeof readRates>;

/** The released cells as they stand on the page, with n, data time and definition; nothing more than is shown. */
export function useRatesCsv(): (rates: Rates) => void {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const companions = useCompanions();
  return (rates) => {
    const head = [
      t('rates.community'),
      t('rates.byIndicator'),
      t('rates.indicatorValue'),
      t('rates.trendRange'),
      t('rates.besideTitle'),
      'n',
      t('shell.dataTimeTitle'),
      t('rates.formula'),
    ];
    const rows = rates.cells.map((cell) => {
      const span = cell.interval ?? cell.bounds;
      return [
        cell.areaName,
        words.indicator(cell.indicator),
        shareText(cell, format) ?? t('rates.hidden'),
        span === null ? '' : format.range(span),
        companions(cell) ?? '',
        cell.n,
        format.full(cell.dataTime),
        cell.formulaId,
      ];
    });
    saveBlob(`${rates.round?.name ?? ''} ${t('rates.csvName')}.csv`.trim(), csvOf([head, ...rows]));
  };
}
