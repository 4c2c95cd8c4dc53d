import type { Definition, Question } from '../definition/definition.schema.ts';
import { textsOf, wordsOf } from '../definition/texts.ts';
import type { PlacedQuestion } from '../definition/walk.ts';
import { secondsToAskAll } from '../reading/reading-time.ts';
import { warning } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * Defects that published questionnaires really had, found by the words: they are signs and not proof, and so they are
 * warnings. What stands in brackets explains, and is left aside.
 */
export function findInAsking(definition: Definition, questions: readonly PlacedQuestion[]): Finding[] {
  return [
    ...findInLength(definition),
    ...questions.flatMap(findInItem),
    ...findInOverall(questions),
    ...textsOf(definition).flatMap(({ path, text }) =>
      answerGiven.test(wordsOf(text).zh) ? [warning(path, 'answerGivenAway')] : [],
    ),
  ];
}

/** Longer than this, people answer anything to be done. */
const mostMinutes = 10;

function findInLength(definition: Definition): Finding[] {
  const minutes = Math.round(secondsToAskAll(definition) / 60);
  return minutes > mostMinutes ? [warning('', 'formTooLong', { minutes, limit: mostMinutes })] : [];
}

function findInItem({ path, question }: PlacedQuestion): Finding[] {
  const { name } = question;
  const title = withoutBrackets(wordsOf(question.title).zh);
  return [
    ...(isHardToRead(question) ? [warning(`${path}.title`, 'hardToRead', { name })] : []),
    ...(asksOneThing(question) && twoInOne.test(title.replaceAll(oneWord, ''))
      ? [warning(`${path}.title`, 'twoInOne', { name })]
      : []),
    ...(choicesAreForeign(question, title)
      ? [warning(`${path}.choices`, 'choicesDoNotMatch', { name })]
      : []),
  ];
}

function withoutBrackets(text: string): string {
  return text.replaceAll(/（[^）]*）|\([^)]*\)|“[^”]*”/g, '');
}

/** Characters of one sentence that can be taken in by ear, and of a choice that is read aloud. */
const longestSentence = 40;
const longestChoice = 30;

function isHardToRead(question: Question): boolean {
  const sentences = withoutBrackets(wordsOf(question.title).zh).split(/[。？！；?!;]/);
  if (sentences.some((sentence) => sentence.length > longestSentence)) return true;
  return (
    'choices' in question && question.choices.some(({ text }) => wordsOf(text).zh.length > longestChoice)
  );
}

function asksOneThing(question: Question): boolean {
  return question.type === 'radiogroup' || question.type === 'dropdown' || question.type === 'rating';
}

/** Two things joined: two objects, or two attitudes. */
const twoInOne =
  /以及|并且|而且|同时|、|[和与及]|(?:同意|愿意|支持|赞成|满意|喜欢|了解|知道)(?:或|或者|并)(?:者)?[^？?]/u;
/** Words that only look as if they joined two things. */
const oneWord = /参与|与会|与否|与其|和谐|和睦|和平|和气|总和|温和|及时|及格|普及|涉及|以及时/gu;

/** Words of a question that its choices take up. */
const families = [['满意'], ['支持'], ['知道', '了解', '听说'], ['安全'], ['参加', '参与'], ['愿意']];

/** The choices answer another question than the one that is asked, as when a list was shifted by one item. */
function choicesAreForeign(question: Question, title: string): boolean {
  if (question.type !== 'radiogroup' && question.type !== 'dropdown') return false;
  const choices = question.choices.map(({ text }) => wordsOf(text).zh).join(' ');
  const has = (text: string) => (family: readonly string[]) => family.some((word) => text.includes(word));
  const asked = families.filter(has(title));
  return asked.length > 0 && !asked.some(has(choices)) && families.some(has(choices));
}

/** Items before the overall one whose subjects it would sum up. */
const fewDetails = 2;

/** An overall item after a list of details is another question than one that is asked first. */
function findInOverall(questions: readonly PlacedQuestion[]): Finding[] {
  let details = 0;
  return questions.flatMap(({ path, question }) => {
    if (!('indicator' in question) || question.indicator === undefined) return [];
    if (question.headline !== true) details += 1;
    return question.headline === true && details >= fewDetails
      ? [warning(path, 'overallAfterDetails', { name: question.name })]
      : [];
  });
}

/** The form tells people what to answer. */
const answerGiven =
  /标准答案|参考答案|正确答案|统一口径|统一回答|(?:建议|应当|应该|务必|请)选择?“?(?:非常)?(?:满意|支持|知道|参加)/u;
