/**
 * The parts that run on the request path and on tablets before a form is shown: no survey-core among them.
 * Checking, compiling and rendering are in `@huhudao/questionnaire/survey`.
 */
export { codesOf } from './answers/codes.ts';
export type { ItemCode } from './answers/codes.ts';
export { answerProblemCodes } from './answers/answer-problem.ts';
export type { AnswerProblem, AnswerProblemCode } from './answers/answer-problem.ts';
export type { Answer, Answers } from './answers/answers.types.ts';
export { validateAnswers } from './answers/validate.ts';
export type { Validation } from './answers/validate.ts';
export { visibleQuestions } from './answers/visible.ts';
export { wishesOf } from './answers/wishes.ts';
export type { Wishes } from './answers/wishes.ts';
export { findingCodes } from './check/finding.ts';
export type { Finding, FindingCode, Severity } from './check/finding.ts';
export { codebook } from './codebook/codebook.ts';
export type { CodebookCode, CodebookVariable } from './codebook/codebook.ts';
export type { CompiledQuestion, CompiledVersion } from './compiled/compiled.types.ts';
export { checkCondition } from './conditions/check.ts';
export type { ConditionProblem } from './conditions/check.ts';
export { questionsInCondition } from './conditions/condition.types.ts';
export type { Condition } from './conditions/condition.types.ts';
export { evaluateCondition } from './conditions/evaluate.ts';
export { titleOf, translationsOf } from './definition/texts.ts';
export type { LocalisedTitle, Translations } from './definition/texts.ts';
export type { Definition } from './definition/definition.schema.ts';
export { definitionKinds } from './definition/kinds.ts';
export type { DefinitionKind } from './definition/kinds.ts';
export type { QuestionKind, QuestionShape } from './definition/shape.ts';
export { questionnaire } from './forms/questionnaire.ts';
export { shortForm } from './forms/short-form.ts';
export { leftSlip } from './forms/left-slip.ts';
export { practiceQuestionnaire, practiceVisitForm } from './forms/practice-forms.ts';
export { visitForm } from './forms/visit-form.ts';
export { contentHash } from './hash/content-hash.ts';
export { indicatorDefinitions, itemDefinitions } from './indicators/indicator-definitions.ts';
export type { IndicatorDefinition, ItemFormula } from './indicators/indicator-definitions.ts';
export { answerProblemMessage, findingMessage } from './messages/messages.ts';
export type { Message } from './messages/messages.ts';
