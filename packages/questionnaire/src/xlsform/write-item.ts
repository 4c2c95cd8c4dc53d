import type { LocalisedText, Question } from '../definition/definition.schema.ts';
import { wordsOf } from '../definition/texts.ts';

/** A row of the survey sheet by its columns. */
export type Cells = Readonly<Record<string, string>>;
export interface WrittenChoice {
  value: string;
  text: LocalisedText;
  counts?: string | undefined;
  score?: number | undefined;
}

/** A question as rows of the survey sheet, with the list of choices that they ask from. */
export function writeQuestion(
  question: Question,
  relevant: Cells,
): { rows: Cells[]; choices: WrittenChoice[] } {
  const asked = {
    name: question.name,
    ...labels('label', question.title),
    ...(question.description === undefined ? {} : labels('hint', question.description)),
    ...(question.isRequired === true ? { required: 'yes' } : {}),
    ...(question.requiredErrorText === undefined
      ? {}
      : labels('required_message', question.requiredErrorText)),
    ...(question.bank === undefined ? {} : { bank: question.bank }),
    ...relevant,
  };
  if (question.type === 'matrix') return { rows: writeMatrix(question, asked), choices: question.columns };
  const choices = choicesOf(question);
  return { rows: [{ ...asked, ...writeType(question) }], choices };
}

/** The text in both languages, each in a column of its own. */
export function labels(column: string, text: LocalisedText): Cells {
  const { zh, en } = wordsOf(text);
  return { [`${column}::${chinese}`]: zh, [`${column}::${english}`]: en };
}

export const chinese = 'Chinese (zh)';
export const english = 'English (en)';

const yes = { default: '是', en: 'Yes' };
const no = { default: '否', en: 'No' };

function choicesOf(question: Question): WrittenChoice[] {
  if (question.type === 'boolean')
    return [
      { value: 'yes', text: question.labelTrue ?? yes },
      { value: 'no', text: question.labelFalse ?? no },
    ];
  return 'choices' in question ? question.choices : [];
}

function writeType(question: Exclude<Question, { type: 'matrix' }>): Cells {
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
      return {
        type: `select_one ${question.name}`,
        ...(question.type === 'dropdown' ? { appearance: 'minimal' } : {}),
        ...(question.indicator === undefined ? {} : { indicator: question.indicator }),
        ...(question.headline === true ? { headline: 'yes' } : {}),
      };
    case 'checkbox':
    case 'tagbox':
      return {
        type: `select_multiple ${question.name}`,
        ...(question.type === 'tagbox' ? { appearance: 'minimal' } : {}),
        ...constraint([
          ...question.choices.flatMap(({ value, isExclusive }) =>
            isExclusive === true ? [`not(selected(., '${value}') and count-selected(.) > 1)`] : [],
          ),
          ...atLeast('count-selected(.)', question.minSelectedChoices),
          ...atMost('count-selected(.)', question.maxSelectedChoices),
        ]),
      };
    case 'boolean':
      return { type: `select_one ${question.name}` };
    case 'comment':
      return {
        type: 'text',
        appearance: 'multiline',
        ...constraint(atMost('string-length(.)', question.maxLength)),
      };
    case 'rating': {
      const { rateMin = 1, rateMax = 5 } = question;
      return { type: 'range', parameters: `start=${rateMin} end=${rateMax} step=1` };
    }
    case 'text':
      return writeInput(question);
  }
}

function writeInput(question: Extract<Question, { type: 'text' }>): Cells {
  const { inputType = 'text', min, max, maxLength, validators = [] } = question;
  const ends = [...atLeast('.', min), ...atMost('.', max)];
  if (inputType === 'number') return { type: 'decimal', ...constraint(ends) };
  if (inputType === 'date') return { type: 'date', ...constraint(ends) };
  const [pattern] = validators;
  const texts = [
    ...atMost('string-length(.)', maxLength),
    ...(pattern === undefined ? [] : [`regex(., ${quoted(pattern.regex)})`]),
  ];
  return {
    type: 'text',
    ...(inputType === 'tel' ? { appearance: 'numbers' } : {}),
    ...constraint(texts),
    ...(pattern?.text === undefined ? {} : labels('constraint_message', pattern.text)),
  };
}

/** XPath strings have no escapes: one that holds either sign stands between the other. */
const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);

const constraint = (parts: readonly string[]): Cells =>
  parts.length === 0 ? {} : { constraint: parts.join(' and ') };
const atLeast = (what: string, end: number | string | undefined): string[] =>
  end === undefined ? [] : [`${what} >= ${bound(end)}`];
const atMost = (what: string, end: number | string | undefined): string[] =>
  end === undefined ? [] : [`${what} <= ${bound(end)}`];
const bound = (end: number | string): string => (typeof end === 'number' ? String(end) : `date('${end}')`);

/** A table is a group there, and each row an item that asks from the same list. */
function writeMatrix(question: Extract<Question, { type: 'matrix' }>, asked: Cells): Cells[] {
  const { required: _, ...group } = asked;
  const required = question.eachRowRequired === true ? { required: 'yes' } : {};
  return [
    { ...group, type: 'begin_group', appearance: 'table-list' },
    ...question.rows.map((row) => ({
      type: `select_one ${question.name}`,
      name: `${question.name}_${row.value}`,
      ...labels('label', row.text),
      ...required,
    })),
    { type: 'end_group', name: question.name },
  ];
}
