import type { ContactCell } from '../contact-cells.ts';
import { without, type Span, type Stretch } from './stretches.ts';

export const keyOf = (spans: readonly Span[]): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join(' ');

/** The cells in which a round still knocks from a day on, outside quiet hours. */
export function offeredCells(stretches: readonly Stretch[]) {
  const known = new Map<string, readonly ContactCell[]>();
  return (from: string, quiet: readonly Span[]): readonly ContactCell[] => {
    const key = `${from} ${keyOf(quiet)}`;
    const found =
      known.get(key) ??
      [
        ...new Set(
          stretches
            .filter((stretch) => stretch.day >= from && without(stretch, quiet).length > 0)
            .map(({ cell }) => cell),
        ),
      ].toSorted();
    known.set(key, found);
    return found;
  };
}
