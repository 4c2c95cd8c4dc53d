import type { Note } from './note.ts';
import { cellOf } from './table.ts';
import type { Row, SheetName } from './table.ts';

/** A text in the languages the product speaks; Chinese may still be missing. */
export interface Words {
  default: string;
  en?: string;
}

type Language = 'zh' | 'en';

/** Reads the texts of a workbook, whose columns name their languages in several ways. */
export class WordReader {
  readonly #unnamed: Language;
  readonly notes: Note[] = [];

  constructor(unnamed: Language) {
    this.#unnamed = unnamed;
  }

  /** The text of one column in all its languages, at most `longest` characters each; undefined where it is empty. */
  words(row: Row, column: string, sheet: SheetName, longest: number): Words | undefined {
    const found: Partial<Record<Language, string>> = {};
    for (const [name, value] of row.cells) {
      if (name !== column && !name.startsWith(`${column}::`)) continue;
      const language = name === column ? this.#unnamed : languageOf(name.slice(column.length + 2));
      if (language !== undefined) found[language] ??= this.#plain(value, row, sheet, longest);
    }
    if (found.zh === undefined && found.en === undefined) return undefined;
    return { default: found.zh ?? '', ...(found.en === undefined ? {} : { en: found.en }) };
  }

  /** Texts of ours quote no answers and have no markup. */
  #plain(value: string, row: Row, sheet: SheetName, longest: number): string {
    const about = cellOf(row, 'name');
    const at = { sheet, row: row.number, about };
    const text = value.replaceAll(/<\/?[a-z][^>]*>|\*\*|__/gi, '');
    const unpiped = text.replaceAll(/\$\{[^}]*\}/g, '……').replaceAll(/[{}]/g, '');
    if (unpiped !== text) this.notes.push({ ...at, code: 'pipingLeftOut', detail: text });
    if (unpiped.length <= longest) return unpiped;
    this.notes.push({ ...at, code: 'textCut', detail: String(longest) });
    return unpiped.slice(0, longest);
  }
}

/** `English (en)`, `中文 (zh)`, `zh-CN` and the like; undefined for any other language. */
export function languageOf(name: string): Language | undefined {
  const code = /\(([a-z-]+)\)\s*$/i.exec(name)?.[1] ?? name.trim();
  if (/^(zh|汉语|普通话)/i.test(code) || /chinese|中文/i.test(name)) return 'zh';
  return /^(en|english)/i.test(code) ? 'en' : undefined;
}

/** The language of columns that name none: the form's own where it says so, else by whether Chinese stands in them. */
export function unnamedLanguage(setting: Row | undefined, survey: readonly Row[]): Language {
  const told = setting === undefined ? undefined : languageOf(cellOf(setting, 'default_language'));
  if (told !== undefined) return told;
  const texts = [...survey.map((row) => cellOf(row, 'label')), setting && cellOf(setting, 'form_title')].join(
    '',
  );
  return /\p{Script=Han}/u.test(texts) ? 'zh' : 'en';
}

/** Languages that texts stand in beside the two, each once, with the first row that has them. */
export function otherLanguages(sheets: readonly (readonly [SheetName, readonly Row[]])[]): Note[] {
  const notes = new Map<string, Note>();
  for (const [sheet, rows] of sheets)
    for (const { number, cells } of rows)
      for (const column of cells.keys()) {
        const name = /^(?:label|hint)::(.+)$/.exec(column)?.[1];
        if (name === undefined || languageOf(name) !== undefined || notes.has(name)) continue;
        notes.set(name, { code: 'languageLeftOut', sheet, row: number, about: name, detail: '' });
      }
  return [...notes.values()];
}
