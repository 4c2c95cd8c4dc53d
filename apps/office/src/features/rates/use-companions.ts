import type { RateCell } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat, type Format } from '../../parts/format.ts';
import { companionsOf } from './companions.ts';
import { useCodes } from './use-codes.ts';

/** What stands beside a printed rate, in words; null where nothing does. */
export function useCompanions(): (cell: RateCell) => string | null {
  const t = useTexts();
  const format = useFormat();
  const codes = useCodes();
  return (cell) => {
    const beside = companionsOf(cell);
    if (beside === null) return null;
    switch (beside.kind) {
      case 'satisfaction': {
        const { top, meanScore, dontKnow } = beside.figures;
        return t('rates.satisfactionBeside', {
          top: format.percent(top),
          mean: meanScore === null ? '—' : meanScore.toFixed(1),
          dontKnow: format.percent(dontKnow),
        });
      }
      case 'satisfactionHeld':
        return t('rates.satisfactionHeld');
      case 'beside':
        return t('rates.beside', { answers: codes(beside.codes), share: besideText(beside.share, format) });
      case 'besideHeld':
        return t('rates.besideHeld', { answers: codes(beside.codes) });
    }
  };
}

/** A share that was released to a whole point claims no tenth. */
function besideText(share: number, format: Format): string {
  return format.percent(share, Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? 0 : 1);
}
