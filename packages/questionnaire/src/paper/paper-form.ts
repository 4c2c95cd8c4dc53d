/** A form as it is asked on paper: items with numbers, what to tick, and skip rules in words. */
import { conditionInWords } from '../conditions/words.ts';
import { parseCondition } from '../conditions/parse.ts';
import type { Definition, LocalisedText, Question } from '../definition/definition.schema.ts';
import { wordsOf } from '../definition/texts.ts';
import { questionsOf, type PlacedQuestion } from '../definition/walk.ts';
import type { Message } from '../messages/messages.ts';
import { paperWords, type PaperWords } from './paper-words.ts';

/** Where an answer is put down. */
export type PaperAnswer =
  | { kind: 'choices'; several: boolean; choices: string[] }
  | { kind: 'scale'; steps: number[]; lowest: string; highest: string }
  | { kind: 'grid'; rows: string[]; columns: string[] }
  | { kind: 'day'; parts: readonly string[] }
  | { kind: 'lines'; count: number };

export interface PaperItem {
  kind: 'item';
  number: number;
  title: string;
  hint: string;
  /** Of whom it is asked, and how many answers may be given. */
  notes: string[];
  answer: PaperAnswer;
}

export interface PaperHeading {
  kind: 'heading';
  level: 'page' | 'group';
  title: string;
  description: string;
}

export interface PaperForm {
  title: string;
  description: string;
  parts: (PaperHeading | PaperItem)[];
}

/** The form in one language. Pages and groups without words of their own leave no trace. */
export function paperForm(definition: Definition, locale: keyof Message): PaperForm {
  const say = (text: LocalisedText | undefined): string => {
    const { zh, en } = wordsOf(text);
    return locale === 'en' && en !== '' ? en : zh;
  };
  const words = paperWords[locale];
  const placed = questionsOf(definition);
  const numbers = new Map(placed.map(({ question }, index) => [question.name, index + 1]));
  const nameOf = (item: string): Message => ({
    'zh-CN': paperWords['zh-CN'].item(numbers.get(item) ?? 0),
    en: paperWords.en.item(numbers.get(item) ?? 0),
  });
  const itemOf = (question: Question): PaperItem => {
    const conditions = placed.find((one) => one.question === question)?.conditions ?? [];
    return {
      kind: 'item',
      number: numbers.get(question.name) ?? 0,
      title: say(question.title),
      hint: say(question.description),
      notes: [
        ...conditionNotes(conditions, (condition) =>
          words.askedIf(conditionInWords(condition, definition, nameOf)[locale]),
        ),
        ...howMany(question, words),
      ],
      answer: answerOf(question, say, words),
    };
  };
  const headingOf = (
    level: PaperHeading['level'],
    { title, description }: { title?: LocalisedText | undefined; description?: LocalisedText | undefined },
  ): PaperHeading[] => {
    const heading = { title: say(title), description: say(description) };
    return heading.title === '' && heading.description === '' ? [] : [{ kind: 'heading', level, ...heading }];
  };
  return {
    title: say(definition.title),
    description: say(definition.description),
    parts: definition.pages.flatMap((page) => [
      ...headingOf('page', page),
      ...page.elements.flatMap((element) =>
        element.type === 'panel'
          ? [...headingOf('group', element), ...element.elements.map(itemOf)]
          : [itemOf(element)],
      ),
    ]),
  };
}

type Condition = Parameters<typeof conditionInWords>[0];

/** A condition that is still being written is not on paper yet. */
function conditionNotes(
  conditions: PlacedQuestion['conditions'],
  write: (condition: Condition) => string,
): string[] {
  return conditions.flatMap(({ text }) => {
    const parsed = parseCondition(text);
    return parsed.ok ? [write(parsed.condition)] : [];
  });
}

function howMany(question: Question, words: PaperWords): string[] {
  if (question.type !== 'checkbox' && question.type !== 'tagbox') return [];
  return [words.several(question.minSelectedChoices ?? null, question.maxSelectedChoices ?? null)];
}

function answerOf(
  question: Question,
  say: (text: LocalisedText | undefined) => string,
  words: PaperWords,
): PaperAnswer {
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
    case 'tagbox':
      return {
        kind: 'choices',
        several: question.type === 'checkbox' || question.type === 'tagbox',
        choices: question.choices.map(({ text }) => say(text)),
      };
    case 'boolean':
      return {
        kind: 'choices',
        several: false,
        choices: [say(question.labelTrue) || words.yes, say(question.labelFalse) || words.no],
      };
    case 'rating': {
      const { rateMin = 1, rateMax = 5 } = question;
      return {
        kind: 'scale',
        steps: Array.from({ length: rateMax - rateMin + 1 }, (_, step) => rateMin + step),
        lowest: say(question.minRateDescription),
        highest: say(question.maxRateDescription),
      };
    }
    case 'matrix':
      return {
        kind: 'grid',
        rows: question.rows.map(({ text }) => say(text)),
        columns: question.columns.map(({ text }) => say(text)),
      };
    case 'comment':
      return { kind: 'lines', count: 3 };
    case 'text':
      return question.inputType === 'date'
        ? { kind: 'day', parts: words.dayParts }
        : { kind: 'lines', count: 1 };
  }
}
