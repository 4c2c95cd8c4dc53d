/** What a caller asked for that has no answer; stable, so that the API can turn it into a Problem. */
export type StatisticsErrorCode =
  | 'invalidCount'
  | 'invalidProportion'
  | 'emptySample'
  | 'unmappedCode'
  | 'lonePsu'
  | 'emptyStratum'
  | 'sampleTooLarge'
  | 'allocationImpossible'
  | 'duplicateElement'
  | 'nobodyEligible'
  | 'algorithmUnknown'
  | 'invalidWeight'
  | 'invalidMargin'
  | 'invalidDesign'
  | 'invalidTable';

/** Thrown for input no formula of this package is defined on. A share of nothing is not an error: it is `undefined`. */
export class StatisticsError extends RangeError {
  readonly code: StatisticsErrorCode;

  constructor(code: StatisticsErrorCode, message: string) {
    super(message);
    this.name = 'StatisticsError';
    this.code = code;
  }
}

/** A finite count that is not negative; weighted counts need not be whole. */
export function requireCount(value: number, name: string): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new StatisticsError('invalidCount', `${name} must be a finite number of at least 0, got ${value}`);
  }
}

/** A whole count that is not negative. */
export function requireWholeCount(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new StatisticsError('invalidCount', `${name} must be a whole number of at least 0, got ${value}`);
  }
}

/** A share or rate in [0, 1]. */
export function requireShare(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) {
    throw new StatisticsError('invalidProportion', `${name} must lie in [0, 1], got ${value}`);
  }
}

/** A probability strictly between 0 and 1, as a confidence level or an expected response is. */
export function requireOpenShare(value: number, name: string): void {
  if (!(value > 0 && value < 1)) {
    throw new StatisticsError('invalidProportion', `${name} must lie strictly between 0 and 1, got ${value}`);
  }
}
