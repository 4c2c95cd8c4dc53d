import type { Definition, Page, Panel, Question } from '../definition/definition.schema.ts';
import { readChoiceLists } from './choices.ts';
import { Names } from './names.ts';
import type { Note } from './note.ts';
import { readItem, relevantOf, tell } from './read-item.ts';
import type { Reading } from './read-item.ts';
import { readMatrix } from './read-matrix.ts';
import { cellOf, rowsOf, sheetNames } from './table.ts';
import type { Row, XlsformSheets } from './table.ts';
import { itemsBelow, treeOf } from './tree.ts';
import type { Node } from './tree.ts';
import { otherLanguages, unnamedLanguage, WordReader } from './words.ts';
import type { Words } from './words.ts';

/**
 * Reads an XLSForm (https://xlsform.org) into a draft of ours, which may still lack texts, and tells what it could not
 * take and what became of it. Groups become pages, groups in them panels; conditions and limits are taken where they say
 * what ours can say.
 */
export function readXlsform(sheets: XlsformSheets): { definition: Definition; notes: Note[] } {
  const [survey, choices, settings] = sheetNames.map((name) => rowsOf(sheets[name])) as [Row[], Row[], Row[]];
  const [setting] = settings;
  const words = new WordReader(unnamedLanguage(setting, survey));
  const { lists, notes } = readChoiceLists(choices, words);
  const reading: Reading = { lists, words, names: new Names(), taken: new Map(), notes };
  const definition: Definition = { title: titleOf(setting, words), pages: pagesOf(treeOf(survey), reading) };
  const others = otherLanguages([
    ['survey', survey],
    ['choices', choices],
  ]);
  const told = [...others, ...notes, ...words.notes].toSorted(inOrder);
  return { definition, notes: [...missingChinese(definition), ...told] };
}

const inOrder = (a: Note, b: Note): number =>
  sheetNames.indexOf(a.sheet) - sheetNames.indexOf(b.sheet) || a.row - b.row;

function titleOf(setting: Row | undefined, words: WordReader): Words {
  if (setting === undefined) return { default: '' };
  const title = words.words(setting, 'form_title', 'settings', 120);
  return title ?? { default: cellOf(setting, 'form_id').slice(0, 120) };
}

/** Items outside every group stand together on a page, until a group follows. */
function pagesOf(nodes: readonly Node[], reading: Reading): Page[] {
  const pages: Page[] = [];
  let loose: Node[] = [];
  const closeLoose = () => {
    if (loose.length > 0) pages.push({ name: freshPage(reading), elements: elementsOf(loose, reading) });
    loose = [];
  };
  for (const node of nodes) {
    if (node.kind !== 'group') {
      loose.push(node);
      continue;
    }
    closeLoose();
    pages.push(pageOf(node, reading));
  }
  closeLoose();
  const full = pages.filter(({ elements }) => elements.length > 0);
  return full.length > 0 ? full : [{ name: freshPage(reading), elements: [] }];
}

const freshPage = ({ names }: Reading): string => names.fresh('page1', 'p');

type Group = Extract<Node, { children: Node[] }>;

function pageOf(group: Group, reading: Reading): Page {
  const matrix = readMatrix(reading, group);
  if (matrix !== undefined) return { name: freshPage(reading), elements: [matrix] };
  return { ...containerOf(group, reading), elements: elementsOf(group.children, reading) };
}

function containerOf({ row }: Group, reading: Reading) {
  const title = reading.words.words(row, 'label', 'survey', 1000);
  const name = reading.names.fresh(cellOf(row, 'name') || 'group', 'g');
  return { name, ...(title === undefined ? {} : { title }), ...relevantOf(reading, row) };
}

/** What stands on a page: items, tables, and panels for the groups in it. */
function elementsOf(nodes: readonly Node[], reading: Reading): Page['elements'] {
  const texts = new TextNotes(reading);
  const elements = nodes.flatMap((node): (Question | Panel)[] => {
    if (node.kind === 'note') return texts.keep(node.row);
    if (node.kind !== 'group') return texts.before(questionsOf(node, reading));
    const matrix = readMatrix(reading, node);
    if (matrix !== undefined) return texts.before([matrix]);
    const container = containerOf(node, reading);
    const inside = questionsIn(node.children, reading);
    return texts.before(inside.length === 0 ? [] : [{ type: 'panel', ...container, elements: inside }]);
  });
  texts.end();
  return elements;
}

/** Groups within panels are opened: their items stand in the panel, each under the group's condition as well. */
function questionsIn(nodes: readonly Node[], reading: Reading): Question[] {
  const texts = new TextNotes(reading);
  const questions = nodes.flatMap((node): Question[] => {
    if (node.kind === 'note') return texts.keep(node.row);
    if (node.kind !== 'group') return texts.before(questionsOf(node, reading));
    const matrix = readMatrix(reading, node);
    if (matrix !== undefined) return texts.before([matrix]);
    tell(reading, node.row, 'groupOpened');
    const { visibleIf } = relevantOf(reading, node.row);
    return texts.before(questionsIn(node.children, reading).map((question) => under(visibleIf, question)));
  });
  texts.end();
  return questions;
}

function under(condition: string | undefined, question: Question): Question {
  if (condition === undefined) return question;
  const own = question.visibleIf;
  return { ...question, visibleIf: own === undefined ? condition : `(${condition}) and (${own})` };
}

function questionsOf(node: Node, reading: Reading): Question[] {
  if (node.kind !== 'repeat') return readItem(reading, node.row);
  tell(reading, node.row, 'repeatLeftOut', String(itemsBelow(node).length));
  return [];
}

/** A note is a text of its own there; here it is said before the item that follows it. */
class TextNotes {
  readonly #reading: Reading;
  #waiting: { row: Row; text: Words }[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Keeps the text for the next element. One that only some are shown would be shown to all, and is left out. */
  keep(row: Row): [] {
    const text = this.#reading.words.words(row, 'label', 'survey', 1000);
    const isForAll = (cellOf(row, 'relevant') || cellOf(row, 'relevance')) === '';
    if (text !== undefined && isForAll) this.#waiting.push({ row, text });
    else tell(this.#reading, row, 'textNoteLeftOut');
    return [];
  }

  before<Element extends Question | Panel>(elements: Element[]): Element[] {
    const [first, ...others] = elements;
    if (first === undefined || this.#waiting.length === 0) return elements;
    const waiting = this.#waiting.splice(0);
    for (const { row } of waiting) tell(this.#reading, row, 'textNoteMoved', first.name);
    const texts = waiting.map(({ text }) => text);
    const description = joined(
      first.description === undefined ? texts : [...texts, first.description as Words],
    );
    return [{ ...first, description }, ...others];
  }

  end(): void {
    for (const { row } of this.#waiting.splice(0)) tell(this.#reading, row, 'textNoteLeftOut');
  }
}

function joined(texts: readonly Words[]): Words {
  const of = (language: keyof Words) =>
    texts
      .flatMap((text) => text[language] ?? [])
      .filter((text) => text !== '')
      .join(' ')
      .slice(0, 1000);
  const en = of('en');
  return { default: of('default'), ...(en === '' ? {} : { en }) };
}

function missingChinese(definition: Definition): Note[] {
  const missing = JSON.stringify(definition).split('"default":""').length - 1;
  if (missing === 0) return [];
  return [{ code: 'chineseMissing', sheet: 'survey', row: 1, about: '', detail: String(missing) }];
}
