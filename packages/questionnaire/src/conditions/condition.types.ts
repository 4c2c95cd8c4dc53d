/**
 * A condition over answers: the part of the SurveyJS expression language the product accepts, as plain JSON.
 *
 * Every comparison names one question on the left and constants on the right. That is what forms and
 * revisit rules need, and it leaves no room for the conversions between types that SurveyJS applies elsewhere.
 */
export type Condition =
  | { op: 'and' | 'or'; left: Condition; right: Condition }
  | { op: 'not'; operand: Condition }
  | { op: 'empty' | 'notEmpty'; question: string }
  | { op: 'equal' | 'notEqual'; question: string; value: string | number | boolean }
  | { op: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual'; question: string; value: number }
  | { op: 'contains' | 'notContains'; question: string; value: string }
  | { op: 'anyOf' | 'noneOf' | 'allOf'; question: string; values: string[] };

export type Comparison = Exclude<Condition, { op: 'and' | 'or' | 'not' }>;

/** The names of the questions a condition refers to, each once, in order of appearance. */
export function questionsInCondition(condition: Condition): string[] {
  return [...new Set(comparisonsOf(condition).map((comparison) => comparison.question))];
}

/** The comparisons a condition is made of. */
export function comparisonsOf(condition: Condition): Comparison[] {
  if ('left' in condition) {
    return [...comparisonsOf(condition.left), ...comparisonsOf(condition.right)];
  }
  return 'operand' in condition ? comparisonsOf(condition.operand) : [condition];
}
