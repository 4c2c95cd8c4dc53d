import type { RateCell } from '@huhudao/protocol';
import type { Format } from '../../parts/format.ts';

/** What may be shown of a cell in one word: the share, its band, or nothing. */
export function shareText(cell: RateCell | undefined, format: Format): string | null {
  if (cell === undefined || cell.kind === 'hidden') return null;
  if (cell.band !== null) {
    return `${cell.band.direction === 'atLeast' ? '≥' : '≤'} ${format.percent(cell.band.value, 0)}`;
  }
  return cell.value === null ? null : format.percent(cell.value);
}

/**
 * What may be drawn of a cell, as shares: the point where there is one, and the ends within which the truth lies —
 * interval of a sample, bounds of a coverage round, or the band where only that is shown.
 */
export function marksOf(cell: RateCell | undefined): {
  value: number | null;
  span: readonly [number, number] | null;
  band: boolean;
} {
  if (cell === undefined || cell.kind === 'hidden') return { value: null, span: null, band: false };
  if (cell.band !== null) {
    const span = cell.band.direction === 'atLeast' ? [cell.band.value, 1] : [0, cell.band.value];
    return { value: null, span: [span[0] ?? 0, span[1] ?? 1], band: true };
  }
  return { value: cell.value, span: cell.interval ?? cell.bounds, band: false };
}
