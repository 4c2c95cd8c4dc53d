import type { Definition, Page } from '../definition/definition.schema.ts';
import { freshName } from './names.ts';
import { isQuestion, partAt, partsIn, placesOf, splitPlace, withList } from './place.ts';
import type { Edited, Element, Place } from './place.ts';
import { renamed } from './rename.ts';
import { replace } from './replace.ts';

/**
 * What an author does with pages, panels and items. Each operation makes a new form and leaves the old one as it
 * is; one that makes no sense at its place gives the form back unchanged.
 */

/** A page more, after the page with this index. */
export function addPage(definition: Definition, after: number): Edited {
  const page: Page = { name: freshName(definition, 'page'), elements: [] };
  const pages = definition.pages.toSpliced(after + 1, 0, page);
  return { definition: { ...definition, pages }, place: [Math.min(after + 1, pages.length - 1)] };
}

/** Puts a question or a panel before what stands at a place, or last where nothing does. */
export function insert(definition: Definition, element: Element, place: Place): Edited {
  const { container, index } = splitPlace(place);
  const [page, panel] = container;
  const around = partAt(definition, container);
  const nested = element.type === 'panel' && panel !== undefined;
  if (page === undefined || around === undefined || isQuestion(around) || nested)
    return { definition, place };
  const position = Math.min(index, partsIn(around).length);
  return {
    definition: {
      ...definition,
      pages: definition.pages.map((one, number) => {
        if (number !== page) return one;
        if (panel === undefined) return { ...one, elements: one.elements.toSpliced(position, 0, element) };
        return { ...one, elements: one.elements.map((box, inside) => intoPanel(box, inside === panel)) };
      }),
    },
    place: [...container, position],
  };

  function intoPanel(box: Element, isHere: boolean): Element {
    if (!isHere || box.type !== 'panel' || element.type === 'panel') return box;
    return { ...box, elements: box.elements.toSpliced(position, 0, element) };
  }
}

/** Takes a part out. What is left to look at is its neighbour, or what it stood in. */
export function remove(definition: Definition, place: Place): Edited {
  const { container, index } = splitPlace(place);
  if (partAt(definition, place) === undefined) return { definition, place };
  const changed = withList(definition, container, (list) => list.toSpliced(index, 1));
  const left = partsIn(partAt(changed, container) ?? changed).length;
  return { definition: changed, place: left === 0 ? container : [...container, Math.min(index, left - 1)] };
}

/**
 * The same part once more, after the first. Names are new, also in conditions inside the copy; what there can be
 * only one of in a form (a headline item, a wish to be contacted, an item of the bank) stays with the first.
 */
export function duplicate(definition: Definition, place: Place): Edited {
  const part = partAt(definition, place);
  if (part === undefined) return { definition, place };
  const { container, index } = splitPlace(place);
  const beside: Place = [...container, index + 1];
  const copied = withList(definition, container, (list) =>
    list.flatMap((one, position) => (position === index ? [one, structuredClone(one)] : [one])),
  );
  const own = placesOf(copied).filter((at) => beside.every((step, depth) => at[depth] === step));
  const fresh = own.reduce(
    (form, at) => renamed(form, at, freshName(form, stemAt(form, at)), beside),
    copied,
  );
  return { definition: own.reduce(withoutRole, fresh), place: beside };
}

function stemAt(definition: Definition, place: Place): string {
  return partAt(definition, place)?.name ?? 'item';
}

function withoutRole(definition: Definition, place: Place): Definition {
  const part = partAt(definition, place);
  if (!isQuestion(part)) return definition;
  const { bank: _bank, ...question } = part;
  if ('headline' in question) delete question.headline;
  if ('shareTopics' in question) delete question.shareTopics;
  if ('asksContact' in question) delete question.asksContact;
  return replace(definition, place, question);
}
