/** What the condition of a rule says, as a sentence: questions and choices by what a resident reads. */
import type { Locale } from '@huhudao/protocol';
import type { CodebookVariable, Condition, Translations } from '@huhudao/questionnaire';

type Variables = ReadonlyMap<string, CodebookVariable>;
type Comparison = Exclude<Condition, { op: 'and' | 'or' | 'not' }>;
type Phrases = Record<Comparison['op'], (question: string, answers: string) => string> &
  Record<'and' | 'or', (left: string, right: string) => string> & {
    not: (condition: string) => string;
    quote: (text: string) => string;
    either: string;
    both: string;
    yes: string;
    no: string;
  };

const chinese: Phrases = {
  equal: (question, answer) => `${question}答${answer}`,
  notEqual: (question, answer) => `${question}没有答${answer}`,
  anyOf: (question, answers) => `${question}答${answers}`,
  noneOf: (question, answers) => `${question}没有答${answers}`,
  allOf: (question, answers) => `${question}同时选了${answers}`,
  contains: (question, answer) => `${question}选了${answer}`,
  notContains: (question, answer) => `${question}没有选${answer}`,
  empty: (question) => `${question}没有作答`,
  notEmpty: (question) => `${question}作了答`,
  less: (question, answer) => `${question}小于 ${answer}`,
  lessOrEqual: (question, answer) => `${question}不大于 ${answer}`,
  greater: (question, answer) => `${question}大于 ${answer}`,
  greaterOrEqual: (question, answer) => `${question}不小于 ${answer}`,
  and: (left, right) => `${left}，并且${right}`,
  or: (left, right) => `${left}，或者${right}`,
  not: (condition) => `不是（${condition}）`,
  ...{ quote: (text) => `“${text}”`, either: '或', both: '和', yes: '是', no: '否' },
};

const english: Phrases = {
  equal: (question, answer) => `${question} is answered ${answer}`,
  notEqual: (question, answer) => `${question} is not answered ${answer}`,
  anyOf: (question, answers) => `${question} is answered ${answers}`,
  noneOf: (question, answers) => `${question} is not answered ${answers}`,
  allOf: (question, answers) => `in ${question} all of ${answers} are chosen`,
  contains: (question, answer) => `in ${question}, ${answer} is chosen`,
  notContains: (question, answer) => `in ${question}, ${answer} is not chosen`,
  empty: (question) => `${question} is not answered`,
  notEmpty: (question) => `${question} is answered`,
  less: (question, answer) => `${question} is less than ${answer}`,
  lessOrEqual: (question, answer) => `${question} is at most ${answer}`,
  greater: (question, answer) => `${question} is more than ${answer}`,
  greaterOrEqual: (question, answer) => `${question} is at least ${answer}`,
  and: (left, right) => `${left}, and ${right}`,
  or: (left, right) => `${left}, or ${right}`,
  not: (condition) => `not (${condition})`,
  ...{ quote: (text) => `“${text}”`, either: ' or ', both: ' and ', yes: 'yes', no: 'no' },
};

const phrases: Record<Locale, Phrases> = { 'zh-CN': chinese, en: english };

/** A question that no questionnaire asks any more stands there by its name. */
export function conditionWords(condition: Condition, variables: Variables, locale: Locale): string {
  const say = phrases[locale];
  const part = (one: Condition): string => {
    const words = conditionWords(one, variables, locale);
    // What is joined otherwise than its neighbour is held together.
    return 'left' in one && 'left' in condition && one.op !== condition.op ? `(${words})` : words;
  };
  if ('left' in condition) return say[condition.op](part(condition.left), part(condition.right));
  if ('operand' in condition) return say.not(part(condition.operand));
  const variable = variables.get(condition.question);
  const question =
    variable === undefined ? `{${condition.question}}` : say.quote(said(variable.label, locale));
  return say[condition.op](question, answersIn(condition, variable, locale));
}

function answersIn(comparison: Comparison, variable: CodebookVariable | undefined, locale: Locale): string {
  const say = phrases[locale];
  const worded = (value: string | number | boolean): string => {
    if (typeof value === 'number') return String(value);
    const label = variable?.codes.find((one) => one.code === String(value))?.label ?? null;
    if (label !== null) return say.quote(said(label, locale));
    return say.quote(typeof value === 'boolean' ? say[value ? 'yes' : 'no'] : value);
  };
  if ('values' in comparison)
    return comparison.values.map(worded).join(comparison.op === 'allOf' ? say.both : say.either);
  return 'value' in comparison ? worded(comparison.value) : '';
}

const said = ({ zh, en }: Translations, locale: Locale): string => (locale === 'en' ? (en ?? zh) : zh);
