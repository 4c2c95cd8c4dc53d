import type { Definition, Question } from '../definition/definition.schema.ts';
import type { DefinitionKind } from '../definition/kinds.ts';
import { textsOf, wordsOf } from '../definition/texts.ts';
import type { PlacedText } from '../definition/texts.ts';
import type { PlacedQuestion } from '../definition/walk.ts';
import { undecidedCodes } from '../indicators/canonical.ts';
import { error, warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** Wording: both languages, the same words for everyone, a way to say "I don't know", no praise always first. */
export function findInWording(
  definition: Definition,
  questions: readonly PlacedQuestion[],
  kind: DefinitionKind,
): Finding[] {
  const inTexts = textsOf(definition).flatMap(findInText);
  if (kind === 'visitForm') return inTexts;
  return [...inTexts, ...questions.flatMap(findInChoices), ...findInOrder(questions)];
}

function findInText({ path, text }: PlacedText): Finding[] {
  const { zh, en } = wordsOf(text);
  return [
    ...(zh !== '' && en === '' ? [warning(path, 'translationMissing', { text: excerptOf(zh) })] : []),
    // SurveyJS would put an answer in place of the braces, and residents would no longer be asked the same thing.
    ...(/\{[^}]*\}/.test(`${zh} ${en}`) ? [error(path, 'pipedText')] : []),
  ];
}

/** Enough of a text to know it by. */
const excerptOf = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

function findInChoices({ path, question }: PlacedQuestion): Finding[] {
  if (question.type !== 'radiogroup' && question.type !== 'dropdown') return [];
  const canDecline = question.choices.some(
    (choice) => undecidedCodes.includes(choice.value) || choice.value === 'dontKnow',
  );
  return canDecline ? [] : [warning(`${path}.choices`, 'noDontKnow', { name: question.name })];
}

function findInOrder(questions: readonly PlacedQuestion[]): Finding[] {
  const items = questions.flatMap(({ question }) =>
    question.type === 'radiogroup' && question.indicator !== undefined ? [question] : [],
  );
  return items.length > 1 && items.every(startsWithBest) ? [warning('', 'bestAlwaysFirst')] : [];
}

function startsWithBest(question: Extract<Question, { type: 'radiogroup' }>): boolean {
  return question.choices[0]?.counts === 'favourable';
}
