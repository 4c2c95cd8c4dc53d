/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('nothing to take the median of');
  return (low + high) / 2;
}

/** The value that so large a share of the values does not exceed (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)];
  if (value === undefined) throw new Error('nothing to take a quantile of');
  return value;
}

export type Spread = { middle: number; low: number; high: number };

export const spreadOf = (values: readonly number[]): Spread => ({
  middle: median(values),
  low: Math.min(...values),
  high: Math.max(...values),
});
