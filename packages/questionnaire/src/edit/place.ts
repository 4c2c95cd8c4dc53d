import type { Definition, Page, Panel, Question } from '../definition/definition.schema.ts';

/** Where a part of a form stands: `[page]`, `[page, element]`, or `[page, panel, question]`. */
export type Place = readonly number[];
export type Element = Question | Panel;
export type Part = Page | Element;

/** What an operation made, and where the part it was about stands now. */
export interface Edited {
  definition: Definition;
  place: Place;
}

/** The parts inside the form or one of its parts: pages, elements, or nothing. */
export function partsIn(container: Definition | Part): readonly Part[] {
  if ('pages' in container) return container.pages;
  return 'elements' in container ? container.elements : [];
}

/** The part at a place; undefined where there is none. */
export function partAt(definition: Definition, place: Place): Part | undefined {
  const found = place.reduce<Definition | Part | undefined>(
    (container, index) => (container === undefined ? undefined : partsIn(container)[index]),
    definition,
  );
  return found === undefined || 'pages' in found ? undefined : found;
}

/** Whether a part is a question, not a page or a panel. */
export function isQuestion(part: Part | undefined): part is Question {
  return part !== undefined && 'type' in part && part.type !== 'panel';
}

/** The JSON path of a place, as findings have it: `pages[0].elements[2]`. */
export function pathOf(place: Place): string {
  return place.map((index, depth) => (depth === 0 ? `pages[${index}]` : `elements[${index}]`)).join('.');
}

/** The innermost part that a finding's path leads through; empty for what concerns the whole form. */
export function placeOf(path: string): Place {
  const found = /^pages\[(\d+)\](?:\.elements\[(\d+)\](?:\.elements\[(\d+)\])?)?/.exec(path);
  return (found?.slice(1) ?? []).filter((index) => index !== undefined).map(Number);
}

/** Every place of a form in reading order: a page before its elements, a panel before its questions. */
export function placesOf(definition: Definition): Place[] {
  const within = (container: Definition | Part, at: Place): Place[] =>
    partsIn(container).flatMap((part, index) => [[...at, index], ...within(part, [...at, index])]);
  return within(definition, []);
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.length === other.length && one.every((index, depth) => index === other[depth]);
}

/** The last index of a place, and the place around it. */
export function splitPlace(place: Place): { container: Place; index: number } {
  return { container: place.slice(0, -1), index: place.at(-1) ?? 0 };
}

/** The form with the list inside a container changed: the order or the number of its parts. */
export function withList(
  definition: Definition,
  [page, panel]: Place,
  change: <P extends Part>(list: readonly P[]) => P[],
): Definition {
  if (page === undefined) return { ...definition, pages: change(definition.pages) };
  return {
    ...definition,
    pages: at(definition.pages, page, (one) => ({
      ...one,
      elements:
        panel === undefined
          ? change(one.elements)
          : at(one.elements, panel, (element) =>
              element.type === 'panel' ? { ...element, elements: change(element.elements) } : element,
            ),
    })),
  };
}

/** A list with the entry at an index changed. */
export function at<T>(list: readonly T[], index: number, change: (entry: T) => T): T[] {
  return list.map((entry, position) => (position === index ? change(entry) : entry));
}
