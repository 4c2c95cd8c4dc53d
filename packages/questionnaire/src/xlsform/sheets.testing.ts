/** Small XLSForms for tests. */
import { must } from '@huhudao/domain';
import { questionsOf } from '../definition/walk.ts';
import { readXlsform } from './read.ts';
import type { XlsformSheets } from './table.ts';

export const yesNo = [
  ['list_name', 'name', 'label::Chinese (zh)', 'label::English (en)'],
  ['yes_no', 'yes', '是', 'Yes'],
  ['yes_no', 'no', '否', 'No'],
];

export const header = ['type', 'name', 'label::Chinese (zh)', 'label::English (en)'];

/** A survey sheet whose rows may have columns beside type, name and the texts. */
export function survey(...rows: [type: string, name: string, more?: Record<string, string>][]): string[][] {
  const others = [...new Set(rows.flatMap(([, , more = {}]) => Object.keys(more)))];
  return [
    [...header, ...others],
    ...rows.map(([type, name, more = {}]) => [
      type,
      name,
      type === '' ? '' : `题 ${name}`,
      `Item ${name}`,
      ...others.map((key) => more[key] ?? ''),
    ]),
  ];
}

const titled = [['form_title'], ['表']];
export const read = (rows: string[][], choices: string[][] = yesNo, settings: string[][] = titled) =>
  readXlsform({ survey: rows, choices, settings } satisfies XlsformSheets);

export const codesIn = ({ notes }: ReturnType<typeof read>) =>
  notes.map(({ code, about }) => `${code} ${about}`.trim());
export const questions = (result: ReturnType<typeof read>) =>
  questionsOf(result.definition).map(({ question }) => question);
export const only = (result: ReturnType<typeof read>) => must(questions(result)[0], 'an item');
