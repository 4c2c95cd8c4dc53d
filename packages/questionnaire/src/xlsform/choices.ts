import { counts } from '@huhudao/domain';
import { Names } from './names.ts';
import type { Note } from './note.ts';
import { cellOf } from './table.ts';
import type { Row } from './table.ts';
import type { WordReader, Words } from './words.ts';

export interface ListedChoice {
  value: string;
  text: Words;
  counts?: (typeof counts)[number];
  score?: number;
}

/** A list of choices, and its codes in the workbook as they are called here. */
export interface ChoiceList {
  name: string;
  choices: ListedChoice[];
  codes: ReadonlyMap<string, string>;
}

/** The lists of the choices sheet by their names. `counts` and `score` are columns that our own workbooks have. */
export function readChoiceLists(
  rows: readonly Row[],
  words: WordReader,
): { lists: ReadonlyMap<string, ChoiceList>; notes: Note[] } {
  const notes: Note[] = [];
  const byList = Map.groupBy(rows, (row) => cellOf(row, 'list_name') || cellOf(row, 'list name'));
  const lists = new Map<string, ChoiceList>();
  for (const [name, entries] of byList)
    if (name !== '') lists.set(name, readList(name, entries, words, notes));
  return { lists, notes };
}

function readList(name: string, rows: readonly Row[], words: WordReader, notes: Note[]): ChoiceList {
  const names = new Names();
  const codes = new Map<string, string>();
  const choices: ListedChoice[] = [];
  for (const row of rows) {
    const code = cellOf(row, 'name') || cellOf(row, 'value');
    const at = { sheet: 'choices', row: row.number, about: name, detail: code } as const;
    if (codes.has(code)) {
      notes.push({ ...at, code: 'choiceTwice' });
      continue;
    }
    const value = names.fresh(code, 'c');
    codes.set(code, value);
    choices.push({
      value,
      text: words.words(row, 'label', 'choices', 200) ?? { default: '' },
      ...ownColumns(row),
    });
  }
  const first = [...codes].find(([was, is]) => was !== is);
  if (first !== undefined) {
    const detail = `${first[0]} → ${first[1]}`;
    notes.push({ code: 'codesRenamed', sheet: 'choices', row: rows[0]?.number ?? 1, about: name, detail });
  }
  return { name, choices, codes };
}

function ownColumns(row: Row): Pick<ListedChoice, 'counts' | 'score'> {
  const counted = counts.find((one) => one === cellOf(row, 'counts'));
  const score = Number(cellOf(row, 'score') || Number.NaN);
  return {
    ...(counted === undefined ? {} : { counts: counted }),
    ...(Math.abs(score) <= 1000 ? { score } : {}),
  };
}
