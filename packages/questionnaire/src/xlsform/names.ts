import { isReservedName, namePattern } from '../definition/names.ts';

/** Gives names that a definition may have, each once; capitals make no difference. */
export class Names {
  readonly #taken = new Set<string>();

  /** The name itself where it may be used, else the nearest that may. */
  fresh(wanted: string, stem: string): string {
    const base = nameLike(wanted, stem);
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? base : `${base.slice(0, 60)}x${number}`;
      if (this.#taken.has(name.toLowerCase()) || isReservedName(name)) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** `first_name` becomes `firstName`, `1` becomes `c1` where the stem is `c`. */
function nameLike(wanted: string, stem: string): string {
  if (namePattern.test(wanted)) return wanted;
  const words = wanted.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const [first = '', ...others] = words;
  const joined = lowerFirst(first) + others.map(upperFirst).join('');
  const name = /^[a-z]/.test(joined) ? joined : `${stem}${joined}`;
  return name.slice(0, 64);
}

const lowerFirst = (word: string): string =>
  word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
