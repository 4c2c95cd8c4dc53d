import type { RateCell } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';

const known = ['fewAnswers', 'smallMinority', 'imprecise', 'secondary'] as const;

/** Why a cell is not shown in full, in a sentence. */
export function useReason(): (cell: Pick<RateCell, 'reason'>) => string {
  const t = useTexts();
  return ({ reason }) => t(`rates.reason.${known.find((one) => one === reason) ?? 'other'}`);
}
