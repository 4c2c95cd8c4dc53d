import type { Definition } from '../definition/definition.schema.ts';
import { isQuestion, partAt, splitPlace, withList } from './place.ts';
import type { Part, Place } from './place.ts';

/** Puts another part of the same sort in the place of one. Properties that are undefined are left out. */
export function replace(definition: Definition, place: Place, part: Part): Definition {
  const { container, index } = splitPlace(place);
  const old = partAt(definition, place);
  if (old === undefined || isQuestion(old) !== isQuestion(part)) return definition;
  const clean = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
  return withList(definition, container, (list) => list.with(index, clean as never));
}
