import type { Definition, Page, Panel } from '../definition/definition.schema.ts';
import { wordsOf } from '../definition/texts.ts';
import { questionsOf } from '../definition/walk.ts';
import type { PlacedQuestion } from '../definition/walk.ts';
import { plain, shown } from './change.ts';
import type { Change, ChangeCode, Words } from './change.ts';
import { changesOfItem } from './item-changes.ts';

/**
 * What is different between two versions of a form, for a person to read: first what concerns the form and its
 * pages, then item by item in reading order, then what is gone. Items are the same by their names, as answers are; one
 * that only changed its name is told apart from one that is new.
 */
export function changesBetween(before: Definition, after: Definition): Change[] {
  return [
    ...changesOfForm(before, after),
    ...changesOfPages(before, after),
    ...changesOfItems(before, after),
  ];
}

const formTexts = [
  ['title', 'formTitle'],
  ['description', 'formDescription'],
  ['pageNextText', 'buttonText'],
  ['pagePrevText', 'buttonText'],
  ['completeText', 'buttonText'],
] as const;

function changesOfForm(before: Definition, after: Definition): Change[] {
  return formTexts.flatMap(([property, code]) =>
    differing(code, wordsOf(undefined), shown(before[property]), shown(after[property])),
  );
}

type Container = Page | Panel;

function containersOf(definition: Definition): Map<string, Container> {
  const panels = (page: Page): Container[] => page.elements.filter((element) => element.type === 'panel');
  return new Map(definition.pages.flatMap((page) => [page, ...panels(page)]).map((one) => [one.name, one]));
}

function changesOfPages(before: Definition, after: Definition): Change[] {
  const [were, are] = [containersOf(before), containersOf(after)];
  const gone = [...were.values()].filter((one) => !are.has(one.name));
  return [
    ...[...are.values()].flatMap((page) => {
      const was = were.get(page.name);
      return was === undefined ? [change('pageAdded', nameOf(page))] : changesOfPage(was, page);
    }),
    ...gone.map((page) => change('pageRemoved', nameOf(page))),
  ];
}

function changesOfPage(was: Container, is: Container): Change[] {
  return [
    ...differing('pageTitle', nameOf(is), shown(was.title), shown(is.title)),
    ...differing('pageDescription', nameOf(is), shown(was.description), shown(is.description)),
    ...differing('pageCondition', nameOf(is), plain(was.visibleIf), plain(is.visibleIf)),
  ];
}

/** Without a title a page is known by its name only. */
function nameOf(page: Container): Words {
  return shown(page.title) ?? { zh: page.name, en: page.name };
}

function changesOfItems(before: Definition, after: Definition): Change[] {
  const [were, are] = [byName(before), byName(after)];
  const gone = [...were.values()].filter(({ question }) => !are.has(question.name));
  const moved = movedNames(before, after);
  const renamed = new Set<string>();
  const changes = [...are.values()].flatMap(({ question }) => {
    const about = wordsOf(question.title);
    const was = were.get(question.name)?.question;
    if (was !== undefined) {
      return [
        ...(moved.has(question.name) ? [change('itemMoved', about)] : []),
        ...changesOfItem(was, question),
      ];
    }
    const former = gone.find(
      (one) =>
        !renamed.has(one.question.name) &&
        one.question.type === question.type &&
        about.zh !== '' &&
        wordsOf(one.question.title).zh === about.zh,
    );
    if (former === undefined) return [change('itemAdded', about)];
    renamed.add(former.question.name);
    return [
      { ...change('itemRenamed', about), before: plain(former.question.name), after: plain(question.name) },
      ...changesOfItem(former.question, question),
    ];
  });
  const removed = gone.filter(({ question }) => !renamed.has(question.name));
  return [...changes, ...removed.map(({ question }) => change('itemRemoved', wordsOf(question.title)))];
}

function byName(definition: Definition): Map<string, PlacedQuestion> {
  return new Map(questionsOf(definition).map((placed) => [placed.question.name, placed]));
}

/** Items that others overtook, or that went to another page: the fewest moves that explain the new order. */
function movedNames(before: Definition, after: Definition): Set<string> {
  const [were, are] = [byName(before), byName(after)];
  const order = [...were.keys()].filter((name) => are.has(name));
  const now = [...are.keys()].filter((name) => were.has(name));
  const stayed = new Set(longestCommon(order, now));
  return new Set(
    now.filter((name) => {
      const [from, to] = [were.get(name)?.page, are.get(name)?.page];
      const wentAway = from !== to && before.pages.some(({ name: page }) => page === to);
      return !stayed.has(name) || wentAway;
    }),
  );
}

/** The longest list of names that stand in both orders. */
function longestCommon(one: readonly string[], other: readonly string[]): string[] {
  const position = new Map(other.map((name, index) => [name, index]));
  const best: string[][] = [];
  for (const [index, name] of one.entries()) {
    const here = position.get(name) ?? 0;
    const before = one
      .slice(0, index)
      .flatMap((earlier, at) => ((position.get(earlier) ?? 0) < here ? [best[at] ?? []] : []));
    best.push([...longest(before), name]);
  }
  return longest(best);
}

function longest(lists: readonly string[][]): string[] {
  return lists.reduce((so, list) => (list.length > so.length ? list : so), []);
}

const breakingCodes: ReadonlySet<ChangeCode> = new Set(['itemRemoved', 'itemRenamed']);

function change(code: ChangeCode, about: Words): Change {
  return { code, breaking: breakingCodes.has(code), about, before: null, after: null };
}

function differing(code: ChangeCode, about: Words, before: Words | null, after: Words | null): Change[] {
  const same = before?.zh === after?.zh && before?.en === after?.en;
  return same ? [] : [{ ...change(code, about), before, after }];
}
