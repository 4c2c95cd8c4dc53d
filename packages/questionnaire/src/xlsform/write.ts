import { parseCondition } from '../conditions/parse.ts';
import type { Definition, Page, Panel, Question } from '../definition/definition.schema.ts';
import { shapeOf } from '../definition/shape.ts';
import type { QuestionKind } from '../definition/shape.ts';
import { wordsOf } from '../definition/texts.ts';
import { questionsOf } from '../definition/walk.ts';
import type { Note, NoteCode } from './note.ts';
import type { XlsformSheets } from './table.ts';
import { writeRelevant } from './write-condition.ts';
import { chinese, english, labels, writeQuestion } from './write-item.ts';
import type { Cells, WrittenChoice } from './write-item.ts';

const texts = (column: string): string[] => [`${column}::${chinese}`, `${column}::${english}`];
const surveyColumns = [
  'type',
  'name',
  ...texts('label'),
  ...texts('hint'),
  'required',
  ...texts('required_message'),
  'relevant',
  'constraint',
  ...texts('constraint_message'),
  'appearance',
  'parameters',
  'indicator',
  'headline',
  'bank',
];
const choiceColumns = ['list_name', 'name', ...texts('label'), 'counts', 'score'];

/**
 * Writes a definition as an XLSForm (https://xlsform.org), with what other systems have no equivalent for. How items
 * count stands in columns of our own, which `readXlsform` reads back. `formId`: letters, digits, `_` and `-`.
 */
export function writeXlsform(
  definition: Definition,
  form: { formId: string; version: string },
): { sheets: XlsformSheets; notes: Note[] } {
  const writer = new Writer(definition);
  for (const page of definition.pages) writer.page(page);
  const { zh } = wordsOf(definition.title);
  return {
    sheets: {
      survey: tableOf(surveyColumns, writer.survey),
      choices: tableOf(choiceColumns, writer.choices),
      settings: [
        ['form_title', 'form_id', 'version', 'default_language'],
        [zh, form.formId, form.version, chinese],
      ],
    },
    notes: writer.notes,
  };
}

const tableOf = (columns: readonly string[], rows: readonly Cells[]): string[][] => [
  [...columns],
  ...rows.map((row) => columns.map((column) => row[column] ?? '')),
];

class Writer {
  readonly survey: Cells[] = [];
  readonly choices: Cells[] = [];
  readonly notes: Note[] = [];
  readonly #kinds: ReadonlyMap<string, QuestionKind>;

  constructor(definition: Definition) {
    this.#kinds = new Map(
      questionsOf(definition).map(({ question }) => [question.name, shapeOf(question).kind]),
    );
  }

  page(page: Page): void {
    this.#group(page, { appearance: 'field-list' }, () => {
      for (const element of page.elements)
        if (element.type === 'panel') this.#panel(element);
        else this.#question(element);
    });
  }

  #panel(panel: Panel): void {
    this.#group(panel, {}, () => panel.elements.forEach((question) => this.#question(question)));
  }

  #group({ name, title, description, visibleIf }: Page | Panel, more: Cells, inside: () => void): void {
    const label = title === undefined ? {} : labels('label', title);
    this.survey.push({ type: 'begin_group', name, ...label, ...this.#relevant(name, visibleIf), ...more });
    if (description !== undefined)
      this.survey.push({ type: 'note', name: `${name}_note`, ...labels('label', description) });
    inside();
    this.survey.push({ type: 'end_group', name });
  }

  #question(question: Question): void {
    this.#tellOf(question);
    const { rows, choices } = writeQuestion(question, this.#relevant(question.name, question.visibleIf));
    this.survey.push(...rows);
    this.choices.push(...choices.map((choice) => writeChoice(question.name, choice)));
  }

  #relevant(name: string, visibleIf: string | undefined): Cells {
    if (visibleIf === undefined) return {};
    const parsed = parseCondition(visibleIf);
    const relevant = parsed.ok ? writeRelevant(parsed.condition, this.#kinds) : undefined;
    if (relevant !== undefined) return { relevant };
    this.#tell('conditionLeftOut', name, visibleIf);
    return {};
  }

  #tellOf(question: Question): void {
    const { name } = question;
    if ('indicator' in question && question.indicator !== undefined) this.#tell('countsBeside', name);
    if ('shareTopics' in question || 'asksContact' in question) this.#tell('wishLeftOut', name);
    if (question.type === 'matrix' && question.isRequired === true && question.eachRowRequired !== true)
      this.#tell('someRowLeftOut', name);
    if (question.type === 'boolean') this.#tell('yesNoAsChoices', name);
    if (
      question.type === 'rating' &&
      (question.minRateDescription ?? question.maxRateDescription) !== undefined
    )
      this.#tell('endsLeftOut', name);
  }

  /** Said of the row that is written next. */
  #tell(code: NoteCode, about: string, detail = ''): void {
    this.notes.push({ code, sheet: 'survey', row: this.survey.length + 2, about, detail });
  }
}

function writeChoice(list: string, { value, text, counts, score }: WrittenChoice): Cells {
  return {
    list_name: list,
    name: value,
    ...labels('label', text),
    ...(counts === undefined ? {} : { counts }),
    ...(score === undefined ? {} : { score: String(score) }),
  };
}
