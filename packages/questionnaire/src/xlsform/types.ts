import type { NoteCode } from './note.ts';
import { cellOf } from './table.ts';
import type { Row } from './table.ts';

/** An item that can be asked here as well. */
export interface AskedType {
  asks:
    | 'radiogroup'
    | 'dropdown'
    | 'checkbox'
    | 'tagbox'
    | 'text'
    | 'comment'
    | 'number'
    | 'date'
    | 'rating'
    | 'boolean';
  list?: string;
  orOther?: boolean;
  /** Whole numbers only: "more than 5" is then "6 or more". */
  whole?: boolean;
  input?: 'text' | 'tel';
  from?: number;
  to?: number;
}

/** The words of a type: `select one` is the older spelling of `select_one`, `begin group` of `begin_group`. */
export function typeWords(row: Row): [word: string, ...others: string[]] {
  const [first = '', ...others] = cellOf(row, 'type')
    .replace(/^(select|begin|end) /i, '$1_')
    .split(/\s+/);
  return [first.toLowerCase(), ...others];
}

/** The type of a row's item, or why it has no equivalent. */
export function typeOf(row: Row): AskedType | { because: NoteCode } {
  const [word, list = '', ...others] = typeWords(row);
  const orOther = others.some((one) => one.toLowerCase() === 'or_other');
  const looks = appearanceOf(row);
  const isShort = ['minimal', 'autocomplete', 'search'].some((look) => looks.includes(look));
  switch (word) {
    case 'select_one':
      return { asks: isShort ? 'dropdown' : 'radiogroup', list, orOther };
    case 'select_multiple':
      return { asks: isShort ? 'tagbox' : 'checkbox', list, orOther };
    case 'text':
    case 'string':
      if (looks.includes('multiline')) return { asks: 'comment' };
      return { asks: 'text', input: looks.includes('numbers') ? 'tel' : 'text' };
    case 'integer':
    case 'int':
      return { asks: 'number', whole: true };
    case 'decimal':
      return { asks: 'number' };
    case 'date':
      return looks.includes('month-year') || looks.includes('year')
        ? { because: 'typeLeftOut' }
        : { asks: 'date' };
    case 'range':
      return rangeOf(cellOf(row, 'parameters'));
    case 'acknowledge':
    case 'trigger':
      return { asks: 'boolean' };
    default:
      return { because: metadata.has(word) ? 'metadataLeftOut' : 'typeLeftOut' };
  }
}

export const appearanceOf = (row: Row): string[] => cellOf(row, 'appearance').toLowerCase().split(/\s+/);

/** Steps of one within 0 to 10 are a scale here; any other range is a number. */
function rangeOf(parameters: string): AskedType {
  const of = (key: string, usual: number): number =>
    Number(new RegExp(`\\b${key}\\s*=\\s*(-?[\\d.]+)`).exec(parameters)?.[1] ?? usual);
  const [from, to, step] = [of('start', 1), of('end', 10), of('step', 1)];
  const isScale =
    step === 1 && Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= 10 && from < to;
  return isScale ? { asks: 'rating', from, to } : { asks: 'number', from, to };
}

/** What a device or its owner tells by itself: nothing of the kind is collected here. */
const metadata: ReadonlySet<string> = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
  'email',
  'audit',
  'start-geopoint',
  'background-audio',
  'background-geopoint',
]);
