/** What `check` can find. The messages catalogue has a sentence for each. */
export const findingCodes = [
  // what a definition may contain
  'notADefinition',
  'forbiddenElement',
  'forbiddenProperty',
  'unknownProperty',
  'wrongValue',
  'textMissing',
  'listTooShort',
  'badName',
  'badCode',
  'unsafePattern',
  'pipedText',
  // names that stay the same
  'nameTwice',
  'nameReserved',
  'codeTwice',
  'kindChanged',
  // limits that contradict each other
  'limitsCrossed',
  // conditions
  'conditionTooLong',
  'conditionSyntax',
  'conditionUnsupported',
  'conditionUnknownQuestion',
  'conditionUnknownCode',
  'conditionWrongOperator',
  'conditionRefersAhead',
  'conditionNeverHolds',
  'neverAsked',
  // indicators
  'indicatorInVisitForm',
  'nothingMeasured',
  'headlineMissing',
  'headlineTwice',
  'headlineWithoutIndicator',
  'headlineConditional',
  'countsMissing',
  'countsWithoutIndicator',
  'noFavourable',
  'codeNotCanonical',
  'fairIsFavourable',
  'countsNotUsual',
  // follow-up
  'topicUnknown',
  'shareTopicsTwice',
  'asksContactTwice',
  'contactRequired',
  // wording
  'translationMissing',
  'noDontKnow',
  'bestAlwaysFirst',
  // asking
  'formTooLong',
  'hardToRead',
  'twoInOne',
  'choicesDoNotMatch',
  'overallAfterDetails',
  'answerGivenAway',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** An error keeps a definition from being published; a warning is for the person who publishes to weigh. */
export type Severity = 'error' | 'warning';

/** One thing found in a definition, and where. */
export interface Finding {
  /** JSON path in the definition, such as `pages[0].elements[2].choices[1].text`; empty for the whole. */
  path: string;
  code: FindingCode;
  severity: Severity;
  /** Values for the message: names, codes and properties of the definition. */
  params: Readonly<Record<string, string | number>>;
}

export type FindingParams = Finding['params'];

export function error(path: string, code: FindingCode, params: FindingParams = {}): Finding {
  return { path, code, severity: 'error', params };
}

export function warning(path: string, code: FindingCode, params: FindingParams = {}): Finding {
  return { path, code, severity: 'warning', params };
}
