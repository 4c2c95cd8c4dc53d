/** Conditions as a person reads them: on the author's desk, in the codebook and as skip rules on paper. */
import type { Definition, Question } from '../definition/definition.schema.ts';
import { wordsOf } from '../definition/texts.ts';
import { questionsOf } from '../definition/walk.ts';
import type { Message } from '../messages/messages.ts';
import type { Comparison, Condition } from './condition.types.ts';

type Locale = keyof Message;

/** What stands between an item and an answer. */
export const operatorWords: Readonly<Record<Comparison['op'], Message>> = {
  equal: { 'zh-CN': '是', en: 'is' },
  notEqual: { 'zh-CN': '不是', en: 'is not' },
  less: { 'zh-CN': '小于', en: 'is less than' },
  lessOrEqual: { 'zh-CN': '不大于', en: 'is at most' },
  greater: { 'zh-CN': '大于', en: 'is more than' },
  greaterOrEqual: { 'zh-CN': '不小于', en: 'is at least' },
  contains: { 'zh-CN': '选了', en: 'includes' },
  notContains: { 'zh-CN': '没选', en: 'does not include' },
  anyOf: { 'zh-CN': '是其中之一', en: 'is one of' },
  noneOf: { 'zh-CN': '都不是', en: 'is none of' },
  allOf: { 'zh-CN': '全部选了', en: 'includes all of' },
  empty: { 'zh-CN': '没有回答', en: 'is not answered' },
  notEmpty: { 'zh-CN': '回答了', en: 'is answered' },
};

const joiners: Readonly<Record<'and' | 'or', Message>> = {
  and: { 'zh-CN': '，并且', en: ' and ' },
  or: { 'zh-CN': '，或者', en: ' or ' },
};
const truth: Readonly<Record<'true' | 'false', Message>> = {
  true: { 'zh-CN': '是', en: 'yes' },
  false: { 'zh-CN': '否', en: 'no' },
};

/** A condition of this form in a sentence. `nameOf` tells what an item is called where it is read. */
export function conditionInWords(
  condition: Condition,
  definition: Definition,
  nameOf: (item: string) => Message,
): Message {
  const questions = new Map(questionsOf(definition).map(({ question }) => [question.name, question]));
  const say = (one: Condition, locale: Locale): string => {
    if ('left' in one) {
      const part = (inner: Condition): string =>
        'left' in inner && inner.op !== one.op ? bracketed(say(inner, locale), locale) : say(inner, locale);
      return `${part(one.left)}${joiners[one.op][locale]}${part(one.right)}`;
    }
    if ('operand' in one) {
      const inner = bracketed(say(one.operand, locale), locale);
      return locale === 'en' ? `not ${inner}` : `不满足${inner}`;
    }
    const words = [nameOf(one.question)[locale], operatorWords[one.op][locale]];
    const answers = answersOf(one, questions.get(one.question), locale);
    if (answers !== '') words.push(answers);
    return words.join(locale === 'en' ? ' ' : '');
  };
  return { 'zh-CN': say(condition, 'zh-CN'), en: say(condition, 'en') };
}

const bracketed = (words: string, locale: Locale): string =>
  locale === 'en' ? `(${words})` : `（${words}）`;

function answersOf(one: Comparison, question: Question | undefined, locale: Locale): string {
  if ('values' in one) {
    return one.values
      .map((value) => answerInWords(value, question, locale))
      .join(locale === 'en' ? ', ' : '、');
  }
  return 'value' in one ? answerInWords(one.value, question, locale) : '';
}

/** Answers that are words are quoted, numbers are not. */
function answerInWords(
  value: string | number | boolean,
  question: Question | undefined,
  locale: Locale,
): string {
  if (typeof value === 'number') return String(value);
  const text = question === undefined ? undefined : textOf(value, question);
  const { zh, en } = wordsOf(text);
  const plain = typeof value === 'boolean' ? truth[`${value}`][locale] : value;
  return `“${(locale === 'en' && en !== '' ? en : zh) || plain}”`;
}

function textOf(value: string | boolean, question: Question) {
  if (question.type === 'boolean') return value === true ? question.labelTrue : question.labelFalse;
  const choices = 'choices' in question ? question.choices : [];
  return choices.find((choice) => choice.value === value)?.text;
}
