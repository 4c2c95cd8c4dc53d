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
