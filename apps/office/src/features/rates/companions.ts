import type { RateCell } from '@huhudao/protocol';

/** What stands beside a printed rate: figures, or that they are held back. */
export type Companions =
  | { kind: 'satisfaction'; figures: NonNullable<RateCell['satisfaction']> }
  | { kind: 'satisfactionHeld' }
  | { kind: 'beside'; codes: readonly string[]; share: number }
  | { kind: 'besideHeld'; codes: readonly string[] };

/**
 * “满意率” means several things and “知晓” leaves out who only heard of it, so what completes the rate always stands
 * beside it, or why it does not. Null where nothing belongs beside the rate, or the rate itself is not printed.
 */
export function companionsOf(cell: RateCell): Companions | null {
  if (cell.value === null || cell.kind === 'hidden' || cell.kind === 'banded') return null;
  if (cell.indicator === 'satisfaction')
    return cell.satisfaction === null
      ? { kind: 'satisfactionHeld' }
      : { kind: 'satisfaction', figures: cell.satisfaction };
  if (cell.beside === null) return null;
  const { codes, share } = cell.beside;
  return share === null ? { kind: 'besideHeld', codes } : { kind: 'beside', codes, share };
}
