/** A release in a trend: what it measured and how. */
export interface TrendPoint {
  readonly purpose: string;
  /** Content hash of the definition the share was made with. */
  readonly formulaId: string;
}

export type BreakReason = 'purpose' | 'formula';

export interface TrendSegment<Point extends TrendPoint> {
  readonly points: readonly Point[];
  /** Why the line starts anew here; nothing at the first segment. */
  readonly brokenBy: readonly BreakReason[];
}

/**
 * Points in order of time as lines that may be drawn through: a line joins only points of the same purpose and the
 * same definition, and says why it breaks (measurement.md §1). A share of those reached is not continued by an estimate.
 */
export function trendSegments<Point extends TrendPoint>(points: readonly Point[]): TrendSegment<Point>[] {
  const segments: { points: Point[]; brokenBy: BreakReason[] }[] = [];
  for (const point of points) {
    const current = segments.at(-1);
    const last = current?.points.at(-1);
    const brokenBy = last === undefined ? [] : reasonsBetween(last, point);
    if (current === undefined || brokenBy.length > 0) segments.push({ points: [point], brokenBy });
    else current.points.push(point);
  }
  return segments;
}

function reasonsBetween(one: TrendPoint, two: TrendPoint): BreakReason[] {
  return [
    ...(one.purpose === two.purpose ? [] : (['purpose'] as const)),
    ...(one.formulaId === two.formulaId ? [] : (['formula'] as const)),
  ];
}
