import type { Definition, LocalisedText, Question } from '../definition/definition.schema.ts';
import { wordsOf } from '../definition/texts.ts';
import { questionsOf } from '../definition/walk.ts';

/**
 * How long it takes to ask, by how the form is used at the door: the visitor reads questions and choices aloud, at
 * four characters a second, and the resident thinks and answers. An estimate to compare forms by, no measurement.
 */
const charactersInSecond = 4;

/** Seconds to think and to answer, once the question is read. */
const secondsToAnswer: Readonly<Record<Question['type'], number>> = {
  radiogroup: 5,
  dropdown: 6,
  boolean: 4,
  rating: 4,
  checkbox: 8,
  tagbox: 8,
  text: 10,
  comment: 20,
  matrix: 4,
};

/** Seconds it takes to ask one item of somebody to whom it is shown. */
export function secondsToAsk(question: Question): number {
  const rows = question.type === 'matrix' ? question.rows.length : 1;
  const read = textsToRead(question).reduce((sum, text) => sum + wordsOf(text).zh.length, 0);
  return read / charactersInSecond + secondsToAnswer[question.type] * rows;
}

/** Seconds for the whole form, asked of somebody to whom every item is shown. */
export function secondsToAskAll(definition: Definition): number {
  return questionsOf(definition).reduce((sum, { question }) => sum + secondsToAsk(question), 0);
}

/** The columns of a matrix are read once, its rows one by one. */
function textsToRead(question: Question): (LocalisedText | undefined)[] {
  const { title, description } = question;
  if ('choices' in question) return [title, description, ...question.choices.map(({ text }) => text)];
  if (question.type !== 'matrix') return [title, description];
  return [
    title,
    description,
    ...question.rows.map(({ text }) => text),
    ...question.columns.map(({ text }) => text),
  ];
}
