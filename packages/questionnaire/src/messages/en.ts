import type { Indicator } from '@huhudao/domain';
import type { AnswerProblemCode } from '../answers/answer-problem.ts';
import type { FindingCode } from '../check/finding.ts';

/** What `check` found, in a sentence. `{name}` is filled from the finding's parameters. */
export const findingsEn: Readonly<Record<FindingCode, string>> = {
  notADefinition: 'This is not a form definition.',
  forbiddenElement: 'Elements of this type cannot be used.',
  forbiddenProperty: '“{property}” cannot be used: it would run code or reach outside.',
  unknownProperty: 'Unknown property “{property}”.',
  wrongValue: 'The value of “{property}” is not right.',
  textMissing: 'The Chinese text is still to be written.',
  listTooShort: 'Something is still missing: a page, an item on a page or in a group, or a second choice.',
  badName: 'A name begins with a small letter and has only letters and digits.',
  badCode: 'A choice’s code begins with a small letter and has only letters and digits.',
  unsafePattern:
    'The pattern of “{name}” is too complex. Describe characters of fixed count, such as ^[A-Z]\\d{4}$.',
  pipedText: 'Texts cannot quote answers in braces: every resident should be asked the same.',
  nameTwice: 'The name “{name}” is used twice (capitals make no difference).',
  nameReserved: '“{name}” is reserved. Please choose another name.',
  codeTwice: 'The code “{code}” is used twice in “{name}”.',
  kindChanged:
    '“{name}” was {was} in the version before and is {is} now. Another kind of answer needs another name.',
  limitsCrossed: 'The limits of “{name}” contradict each other.',
  conditionTooLong: 'The condition is too long; the limit is {limit} characters.',
  conditionSyntax: 'The condition has a mistake near character {at}.',
  conditionUnsupported:
    '“{part}” cannot be used in a condition. Compare one question with fixed values, and join with and, or, !.',
  conditionUnknownQuestion: 'The condition refers to “{question}”, which does not exist.',
  conditionUnknownCode: '“{value}” in the condition is not a choice of “{question}”.',
  conditionWrongOperator: '“{question}” cannot be compared like this ({operator}).',
  conditionRefersAhead: 'A condition can only look back; “{question}” comes later.',
  conditionNeverHolds: 'This condition contradicts itself and never holds.',
  neverAsked: '“{name}” is never asked: its condition contradicts those before it.',
  indicatorInVisitForm: 'A visit form measures no indicator (“{name}”).',
  nothingMeasured:
    'Nothing measures the four rates yet: awareness, participation, support and satisfaction need one main item each.',
  headlineMissing: 'There is no headline item for {indicator}.',
  headlineTwice: 'There can be only one headline item for {indicator}.',
  headlineWithoutIndicator: '“{name}” is marked as headline item but belongs to no indicator.',
  headlineConditional: 'The headline item “{name}” must be asked of everyone and cannot have a condition.',
  countsMissing: 'The choice “{code}” does not say how it counts towards {indicator}.',
  countsWithoutIndicator: 'The choices of “{name}” say how they count, but it belongs to no indicator.',
  noFavourable: 'No choice of “{name}” counts as favourable.',
  codeNotCanonical: '“{code}” is not one of the codes of {indicator}.',
  fairIsFavourable: '“Fair” is never favourable.',
  countsNotUsual:
    'The choice “{code}” does not count as is usual for {indicator}: results cannot be compared with other questionnaires.',
  topicUnknown: '“{code}” is not on the list of topics.',
  shareTopicsTwice: 'Only one question can hold the topics to pass on (“{name}” is the second).',
  asksContactTwice: 'Only one question can ask about being contacted (“{name}” is the second).',
  contactRequired: 'The wish to be contacted (“{name}”) cannot be required.',
  translationMissing: 'The English of “{text}” is missing.',
  noDontKnow: '“{name}” has no choice like “cannot say”.',
  bestAlwaysFirst: 'Every item begins with its best choice, which leads people on.',
  formTooLong:
    'Asking everything takes about {minutes} minutes. After {limit}, people answer anything to be done.',
  hardToRead:
    'A sentence or a choice of “{name}” is too long to be understood by ear. Please write short ones.',
  twoInOne:
    '“{name}” seems to ask two things at once: who agrees with one of them only cannot answer. Make two items of it.',
  choicesDoNotMatch: 'The choices of “{name}” seem to answer another question; perhaps they were shifted.',
  overallAfterDetails:
    'The overall item “{name}” comes after details, and what is asked before changes the answer. Put it first.',
  answerGivenAway: 'This text seems to tell residents what to answer.',
};

/** What is wrong with answers, in a sentence. */
export const answerProblemsEn: Readonly<Record<AnswerProblemCode, string>> = {
  notAnswers: 'What was sent is not a set of answers.',
  unknownQuestion: 'The form does not ask this ({question}).',
  wrongType: 'The answer to “{question}” has the wrong type.',
  emptyAnswer: 'The answer to “{question}” is empty; a question without an answer is not sent.',
  notAChoice: 'The answer to “{question}” is not among its choices.',
  repeatedChoice: 'A choice of “{question}” is repeated.',
  exclusiveChoice: 'A choice of “{question}” cannot be combined with others.',
  tooFewChoices: '“{question}” needs at least {limit} choices.',
  tooManyChoices: '“{question}” takes at most {limit} choices.',
  tooLong: 'The answer to “{question}” is longer than {limit} characters.',
  badText: 'The answer to “{question}” has characters that cannot be stored.',
  wrongPattern: 'The answer to “{question}” does not have the right form.',
  outOfRange: 'The answer to “{question}” is out of range ({limit}).',
  hiddenQuestion: '“{question}” was not asked, yet it has an answer.',
  requiredMissing: 'The required question “{question}” has no answer.',
};

/** The four rates by name. */
export const indicatorsEn: Readonly<Record<Indicator, string>> = {
  awareness: 'awareness',
  participation: 'participation',
  support: 'support',
  satisfaction: 'satisfaction',
};
