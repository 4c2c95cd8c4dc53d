/** From when on a figure may be shown. The defaults are those of the specification; thresholds are configuration. */
export interface DisclosureRules {
  /**
   * Fewer answers than this are hidden, and a minority smaller than this is shown only as a band. 5 for
   * communities and above, 10 for drill-down to a grid; opinions are never published below grid.
   */
  readonly smallestShown: number;
  /** Grain of a band, in percentage points. */
  readonly bandStep: number;
  /** When an estimate is too imprecise to show; `null` where no estimate is made. */
  readonly precision: PrecisionRules | null;
}

/** The data presentation standards for proportions of the NCHS (Parker et al. 2017). Widths are of shares, not points. */
export interface PrecisionRules {
  /** Least answers and least effective sample size. */
  readonly smallestSample: number;
  /** An interval as wide as this or wider is not shown. */
  readonly widest: number;
  /** An interval as narrow as this or narrower always is. */
  readonly narrow: number;
  /** Between the two: the largest width relative to the share. */
  readonly widestRelative: number;
  /** Fewer degrees of freedom than this are flagged. */
  readonly fewDegreesOfFreedom: number;
}

export const defaultDisclosureRules: DisclosureRules = {
  smallestShown: 5,
  bandStep: 5,
  precision: {
    smallestSample: 30,
    widest: 0.3,
    narrow: 0.05,
    widestRelative: 1.3,
    fewDegreesOfFreedom: 8,
  },
};
