import type { Definition } from '../definition/definition.schema.ts';
import { isReservedName, namePattern } from '../definition/names.ts';
import { partAt, placesOf } from './place.ts';

/** Every name of a form in small letters: SurveyJS does not tell `lift` from `Lift`. */
export function namesIn(definition: Definition): Set<string> {
  return new Set(placesOf(definition).map((place) => partAt(definition, place)?.name.toLowerCase() ?? ''));
}

/** A name nothing in the form has: the stem with the first number that is free. */
export function freshName(definition: Definition, stem: string): string {
  return firstFree(namesIn(definition), stem);
}

/** A code no other choice of the list has. */
export function freshCode(codes: readonly string[], stem = 'choice'): string {
  return firstFree(new Set(codes.map((code) => code.toLowerCase())), stem);
}

function firstFree(taken: ReadonlySet<string>, stem: string): string {
  const root = stem.replace(/\d+$/, '').slice(0, 58);
  for (let number = 1; ; number += 1) {
    const name = `${root}${number}`;
    if (!taken.has(name.toLowerCase()) && !isReservedName(name)) return name;
  }
}

/** Whether a name may be given where these are taken. */
export function isFreeName(name: string, taken: readonly string[]): boolean {
  const known = taken.some((one) => one.toLowerCase() === name.toLowerCase());
  return namePattern.test(name) && !isReservedName(name) && !known;
}
