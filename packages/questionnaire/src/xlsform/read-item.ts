import { indicators } from '@huhudao/domain';
import type { Question } from '../definition/definition.schema.ts';
import { originPattern } from '../definition/names.ts';
import { shapeOf } from '../definition/shape.ts';
import type { ChoiceList } from './choices.ts';
import { limitsOfConstraint } from './constraint.ts';
import type { Limits } from './constraint.ts';
import type { Names } from './names.ts';
import type { Note, NoteCode } from './note.ts';
import { conditionOfRelevant } from './relevant.ts';
import type { TakenItem } from './relevant.ts';
import { cellOf } from './table.ts';
import type { Row } from './table.ts';
import { typeOf } from './types.ts';
import type { AskedType } from './types.ts';
import type { WordReader } from './words.ts';

/** What has been read so far, and where its parts come from. */
export interface Reading {
  lists: ReadonlyMap<string, ChoiceList>;
  words: WordReader;
  names: Names;
  taken: Map<string, TakenItem>;
  notes: Note[];
}

export function tell(reading: Reading, row: Row, code: NoteCode, detail = ''): void {
  const about = cellOf(row, 'name') || cellOf(row, 'type');
  reading.notes.push({ code, sheet: 'survey', row: row.number, about, detail });
}

/** The condition of an item or a group; what cannot be taken is told, and the item is then asked of everyone. */
export function relevantOf(reading: Reading, row: Row): { visibleIf?: string } {
  const text = cellOf(row, 'relevant') || cellOf(row, 'relevance');
  if (text === '') return {};
  const visibleIf = conditionOfRelevant(text, reading.taken);
  if (visibleIf !== undefined && visibleIf.length <= 1000) return { visibleIf };
  tell(reading, row, 'relevantLeftOut', text);
  return {};
}

/** The item of a row and what follows from it; nothing where it has no equivalent, which is told. */
export function readItem(reading: Reading, row: Row): Question[] {
  const type = typeOf(row);
  if (!('asks' in type)) {
    tell(reading, row, type.because, cellOf(row, 'type'));
    return [];
  }
  const list = type.list === undefined ? undefined : reading.lists.get(type.list);
  if (type.list !== undefined && list === undefined) {
    tell(reading, row, 'listMissing', type.list);
    return [];
  }
  tellLeftOut(reading, row);
  if (type.asks === 'number' && type.from !== undefined) tell(reading, row, 'rangeAsNumber');
  const name = reading.names.fresh(cellOf(row, 'name'), 'q');
  if (name !== cellOf(row, 'name')) tell(reading, row, 'renamed', name);
  const asked = {
    name,
    ...textsOf(reading, row),
    ...relevantOf(reading, row),
    ...requiredOf(reading, row),
    ...originOfRow(row),
  };
  const limits = constraintOf(reading, row, type);
  const question = { ...asked, ...answersOf(type, list, limits, row, reading) } as Question;
  reading.taken.set(cellOf(row, 'name'), takenOf(question, list));
  return type.orOther ? [question, otherOf(question, reading)] : [question];
}

function textsOf(reading: Reading, row: Row) {
  const description = reading.words.words(row, 'hint', 'survey', 1000);
  return {
    title: reading.words.words(row, 'label', 'survey', 1000) ?? { default: '' },
    ...(description === undefined ? {} : { description }),
  };
}

function requiredOf(reading: Reading, row: Row) {
  const told = cellOf(row, 'required').toLowerCase();
  if (told === '' || ['no', 'false', 'false()'].includes(told)) return {};
  if (!['yes', 'true', 'true()'].includes(told)) {
    tell(reading, row, 'requiredLeftOut', cellOf(row, 'required'));
    return {};
  }
  const requiredErrorText = reading.words.words(row, 'required_message', 'survey', 200);
  return { isRequired: true, ...(requiredErrorText === undefined ? {} : { requiredErrorText }) };
}

function constraintOf(reading: Reading, row: Row, { asks, whole }: AskedType): Limits {
  const text = cellOf(row, 'constraint');
  if (text === '') return {};
  const kinds = { number: whole ? 'whole' : 'number', date: 'date', text: 'text', comment: 'text' } as const;
  const kind =
    asks === 'checkbox' || asks === 'tagbox' ? 'multiple' : asks in kinds ? kinds[asks as 'text'] : undefined;
  const limits = kind === undefined ? undefined : limitsOfConstraint(text, kind);
  if (limits === undefined) tell(reading, row, 'constraintLeftOut', text);
  return limits ?? {};
}

const leftOut = [
  'calculation',
  'default',
  'read_only',
  'readonly',
  'trigger',
  'media::image',
  'media::audio',
  'media::video',
];

function tellLeftOut(reading: Reading, row: Row): void {
  for (const column of leftOut) if (cellOf(row, column) !== '') tell(reading, row, 'columnLeftOut', column);
  const filter = cellOf(row, 'choice_filter');
  if (filter !== '') tell(reading, row, 'choiceFilterLeftOut', filter);
}

/** What a question of the type has of its own. */
function answersOf(
  type: AskedType,
  list: ChoiceList | undefined,
  limits: Limits,
  row: Row,
  reading: Reading,
): Partial<Question> {
  const { min, max, maxLength, pattern } = limits;
  const given = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  switch (type.asks) {
    case 'radiogroup':
    case 'dropdown':
      return { type: type.asks, choices: withOther(type, list), ...ownColumns(row) };
    case 'checkbox':
    case 'tagbox':
      return {
        type: type.asks,
        choices: withOther(type, list).map(({ value, text }) =>
          limits.alone?.some((code) => list?.codes.get(code) === value)
            ? { value, text, isExclusive: true }
            : { value, text },
        ),
        ...given({ minSelectedChoices: limits.fewest, maxSelectedChoices: limits.most }),
      };
    case 'text': {
      const text = reading.words.words(row, 'constraint_message', 'survey', 200);
      const validators =
        pattern === undefined
          ? undefined
          : [{ type: 'regex', regex: pattern, ...(text === undefined ? {} : { text }) }];
      return { type: 'text', inputType: type.input, ...given({ maxLength, validators }) };
    }
    case 'comment':
      return { type: 'comment', ...given({ maxLength }) };
    case 'number':
    case 'date':
      return {
        type: 'text',
        inputType: type.asks,
        ...given({ min: min ?? type.from, max: max ?? type.to }),
      };
    case 'rating':
      return { type: 'rating', rateMin: type.from ?? 1, rateMax: type.to ?? 5 };
    case 'boolean':
      return { type: 'boolean' };
  }
}

/** The columns that only our own workbooks have. */
function ownColumns(row: Row): object {
  const indicator = indicators.find((one) => one === cellOf(row, 'indicator'));
  const headline = indicator !== undefined && cellOf(row, 'headline') === 'yes';
  return { ...(indicator === undefined ? {} : { indicator }), ...(headline ? { headline } : {}) };
}

/** The item of the bank, told in any form's own workbook. */
function originOfRow(row: Row): { bank?: string } {
  const bank = cellOf(row, 'bank');
  return originPattern.test(bank) ? { bank } : {};
}

const other = { value: 'other', text: { default: '其他', en: 'Other' } };

function withOther({ orOther }: AskedType, list: ChoiceList | undefined) {
  const choices = list?.choices ?? [];
  return orOther && !choices.some(({ value }) => value === other.value) ? [...choices, other] : choices;
}

/** `or_other` asks what it was. */
function otherOf({ name, type }: Question, { names }: Reading): Question {
  const visibleIf =
    type === 'radiogroup' || type === 'dropdown' ? `{${name}} = 'other'` : `{${name}} contains 'other'`;
  const title = { default: '其他，具体是什么？', en: 'Other: what is it?' };
  return { type: 'text', name: names.fresh(`${name.slice(0, 58)}Other`, 'q'), title, visibleIf };
}

function takenOf(question: Question, list: ChoiceList | undefined): TakenItem {
  const codes = new Map([...(list?.codes ?? []), ['other', 'other'] as const]);
  const has = 'choices' in question && question.choices.some(({ value }) => value === 'other');
  return {
    name: question.name,
    kind: shapeOf(question).kind,
    codes: has ? codes : (list?.codes ?? new Map()),
  };
}
