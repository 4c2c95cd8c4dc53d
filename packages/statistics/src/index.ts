export { StatisticsError } from './statistics-error.ts';
export type { StatisticsErrorCode } from './statistics-error.ts';

export type { Interval } from './intervals/interval.ts';
export { wilson } from './intervals/wilson.ts';
export { clopperPearson } from './intervals/clopper-pearson.ts';
export { effectiveSampleSize, kornGraubard, wilsonOnEffectiveSize } from './intervals/effective-size.ts';
export type { SharePrecision } from './intervals/effective-size.ts';
export { targetVerdict } from './intervals/target-verdict.ts';
export type { Verdict, VerdictQuestion } from './intervals/target-verdict.ts';

export { cumulativeForecast } from './forecast/cumulative-forecast.ts';
export type { CumulativeForecast, DayCount, ForecastRequest } from './forecast/cumulative-forecast.ts';

export { outcomeRateBases, outcomeRates } from './outcome-rates/outcome-rates.ts';
export type { OutcomeCounts, OutcomeRates, Rate } from './outcome-rates/outcome-rates.ts';

export { coverageBounds } from './estimates/coverage-bounds.ts';
export { indicatorShare } from './estimates/indicator-share.ts';
export type { CodeCounts, IndicatorShare } from './estimates/indicator-share.ts';
export { satisfactionSummary } from './estimates/satisfaction.ts';
export type {
  SatisfactionCode,
  SatisfactionDefinition,
  SatisfactionSummary,
} from './estimates/satisfaction.ts';

export { stratifiedProportion } from './estimates/stratified-proportion.ts';
export type { StratifiedProportion, StratifiedRequest } from './estimates/stratified-proportion.ts';
export type { Stratum } from './estimates/stratum.ts';

export { seededRandom } from './sampling/random.ts';
export type { RandomSource } from './sampling/random.ts';
export { fractionalSystematic, fractionalSystematicVersion } from './sampling/fractional-systematic.ts';
export type { SystematicDraw, SystematicRequest } from './sampling/fractional-systematic.ts';
export { allocate } from './sampling/allocation.ts';
export type { AllocationMethod, AllocationRequest } from './sampling/allocation.ts';
export { allocateDoors, publishableCompletes } from './sampling/publication-floor.ts';
export type { StratumSample, StratumToSample } from './sampling/publication-floor.ts';
export { doorsFor, sampleSize } from './sampling/sample-size.ts';
export type { ExpectedYield, SampleSize, SampleSizeQuestion } from './sampling/sample-size.ts';
export { completesPerGroup } from './sampling/group-size.ts';
export { drawPps, ppsProbabilities } from './sampling/pps.ts';
export { hashFrame } from './sampling/frame.ts';
export type { FrameElement } from './sampling/frame.ts';
export { noReserves } from './sampling/replicates.ts';
export type { Reserves } from './sampling/replicates.ts';
export { drawSample, inclusionProbabilities, twoStageVersion } from './sampling/sample-draw.ts';
export type { DrawDesign, DrawnElement, DrawRequest, SampleDraw } from './sampling/sample-draw.ts';
export { drawProgramme, stratumSeed } from './sampling/programme.ts';
export type { StratumDraw, StratumRequest } from './sampling/programme.ts';
export { replayDraw } from './sampling/replay.ts';
export type { DrawnPlace, Replay, StoredDraw } from './sampling/replay.ts';
export {
  defaultEligibility,
  isEligible,
  kishGrid,
  selectByKishGrid,
  selectByNextBirthday,
} from './sampling/household-selection.ts';
export type {
  Birthday,
  Eligibility,
  HouseholdMember,
  SelectedAdult,
} from './sampling/household-selection.ts';

export { defaultDisclosureRules } from './disclosure/rules.ts';
export type { DisclosureRules, PrecisionRules } from './disclosure/rules.ts';
export { classifyCell, isExact } from './disclosure/cell.ts';
export type { Band, Cell, CellDecision, HiddenReason } from './disclosure/cell.ts';
export type { PrecisionFlag } from './disclosure/precision.ts';
export { protectTable } from './disclosure/table.ts';
export type { EarlierReleases, PublishedTotal, TableDecision, TableRequest } from './disclosure/table.ts';
export { releasedProportion } from './disclosure/released-proportion.ts';
export type { ReleaseRequest } from './disclosure/released-proportion.ts';
export { countsRemaining, keepsPastOpen, publishedCount } from './disclosure/history.ts';
export type { PublishedCount } from './disclosure/history.ts';
export { releaseDue } from './disclosure/release-due.ts';
export type { ReleaseQuestion } from './disclosure/release-due.ts';

export { baseWeight } from './weights/base-weight.ts';
export type { Selection } from './weights/base-weight.ts';
export { adjustmentFactors, adjustNonresponse, defaultCollapseRules } from './weights/nonresponse.ts';
export type {
  AdjustedCell,
  AdjustmentCell,
  AdjustmentFactors,
  CollapseRules,
} from './weights/nonresponse.ts';
export { defaultRakingLimits, rake } from './weights/raking.ts';
export type { CalibratedWeights, Margin, RakingLimits } from './weights/raking.ts';
export { calibrate } from './weights/calibration.ts';
export type { CalibrationRequest, Distance, FactorBounds } from './weights/calibration.ts';
export { marginColumns } from './weights/margin-columns.ts';
export { trimWeights } from './weights/trimming.ts';
export type { WeightLimits } from './weights/trimming.ts';
export { kishDesignEffect, kishEffectiveSize } from './weights/kish.ts';

export { degreesOfFreedom } from './design/sample-design.ts';
export type { DesignUnit, LonePsu } from './design/sample-design.ts';
export { designCovariance, designVariance } from './design/linearised-variance.ts';
export type { VarianceRequest } from './design/linearised-variance.ts';
export { calibrationResiduals } from './design/calibration-residuals.ts';
export type { Calibration } from './design/calibration-residuals.ts';
export { designMean, designRatio, designShare, designTotal } from './design/estimates.ts';
export type { DesignEstimate, DesignShare, WeightedSample } from './design/estimates.ts';
export { designEffect, simpleRandomVariance } from './design/design-effect.ts';

export type { Difference, TwoCounts } from './comparisons/difference.ts';
export { agrestiCaffoDifference, newcombeDifference, waldDifference } from './comparisons/two-shares.ts';
export { miettinenNurminenDifference } from './comparisons/miettinen-nurminen.ts';
export { mcNemar, pairedDifference } from './comparisons/paired.ts';
export type { McNemar, PairedCounts } from './comparisons/paired.ts';
export { fisherExact, pearsonChiSquare } from './comparisons/tables.ts';
export type { ChiSquareTest } from './comparisons/tables.ts';
export { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm } from './comparisons/multiple.ts';
export { raoScott } from './comparisons/rao-scott.ts';
export type { RaoScottTest } from './comparisons/rao-scott.ts';
export { differenceOfSamples, differenceWithinDesign } from './comparisons/design-difference.ts';
export type { DesignDifference } from './comparisons/design-difference.ts';

export {
  arcsineFunnelLimits,
  exactFunnelLimits,
  funnelConfidences,
  normalFunnelLimits,
} from './control/funnel-limits.ts';
export type { Overdispersion } from './control/funnel-limits.ts';
export {
  isOverdispersed,
  overdispersionFactor,
  varianceBetween,
  winsorise,
} from './control/overdispersion.ts';
export { funnel } from './control/funnel.ts';
export type { Funnel, FunnelGroup, FunnelPoint, PlacedPoint } from './control/funnel.ts';
export { pChart } from './control/p-chart.ts';
export type { ChartPoint, PChart } from './control/p-chart.ts';
export { expectedNextTime, regressionToTheMean } from './control/regression-to-the-mean.ts';
export type { Selected } from './control/regression-to-the-mean.ts';

export { trendSegments } from './trend/trend-segments.ts';
export type { BreakReason, TrendPoint, TrendSegment } from './trend/trend-segments.ts';

export { backCheckReliability } from './quality/back-check.ts';
export type { Reliability } from './quality/back-check.ts';
export { duplicateTest } from './quality/duplicates.ts';
export type { AnswerVector, DuplicateTest } from './quality/duplicates.ts';
export { visitorEffect } from './quality/intra-class.ts';
export type { VisitorEffect } from './quality/intra-class.ts';
export { tooFastBelow } from './quality/speed.ts';
export type { SpeedQuestion } from './quality/speed.ts';
export { uniformity } from './quality/straight-lining.ts';
export type { Uniformity } from './quality/straight-lining.ts';
export { impossibleTimes, isOutsideVisitingHours, overlappingTimes, visitingHours } from './quality/times.ts';
export type { TakenAt } from './quality/times.ts';
