import { expect } from 'vitest';

/** One case, or one group of them, as the file has it: nothing is known of its fields but what is asked for. */
export type Fields = Readonly<Record<string, unknown>>;

/** A number compared with the file, under the name it has there; `undefined` stands for the file's null. */
export type Figure = number | string | undefined | { readonly lower: number; readonly upper: number };

/** A case of the file, as a test of its own. */
export interface ReferenceTest {
  readonly name: string;
  readonly run: () => void;
}

/** What reads the cases of one group of the file. */
export type GroupReader = (group: Fields) => ReferenceTest[];

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The cases of a list of the group; none where the group has no such list. */
export function casesOf(group: Fields, list = 'cases'): Fields[] {
  const found = group[list];
  return Array.isArray(found) ? found.filter(isFields) : [];
}

export function numberOf(fields: Fields, name: string, fallback?: number): number {
  const value = fields[name] ?? fallback;
  if (typeof value !== 'number')
    throw new Error(`the case has no number “${name}”: ${JSON.stringify(fields)}`);
  return value;
}

export function numbersOf(fields: Fields, name: string): number[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new Error(`the case has no list “${name}”`);
  return value.map(Number);
}

export function textOf(fields: Fields, name: string, fallback = ''): string {
  const value = fields[name];
  return typeof value === 'string' ? value : fallback;
}

export function toleranceOf(group: Fields, one: Fields = {}, fallback = 1e-9): number {
  return numberOf(one, 'tolerance', numberOf(group, 'tolerance', fallback));
}

/**
 * Compares each field of a case that `figures` can compute with what is computed. Fields nobody computes are inputs,
 * notes, or methods the specification did not choose; a case of which nothing at all is computed fails.
 */
export function compareFields(
  one: Fields,
  figures: Readonly<Record<string, () => Figure>>,
  tolerance: number,
): void {
  const known = Object.keys(one).filter((field) => Object.hasOwn(figures, field));
  if (known.length === 0) throw new Error(`nothing of this case is implemented: ${JSON.stringify(one)}`);
  for (const field of known) expectFigure(figures[field]?.(), one[field], tolerance, field);
}

/**
 * Where the last digits of the file end: R's raking stops 1.4e-12 of a total away from where it would get to, which is
 * more than an absolute 1e-6 in a total of millions.
 */
const lastDigits = 1e-11;

export function expectFigure(actual: Figure, expected: unknown, tolerance: number, label: string): void {
  if (expected === null) {
    expect(actual, label).toBeUndefined();
    return;
  }
  if (typeof expected === 'string') {
    expect(actual, label).toBe(expected);
    return;
  }
  const left = typeof actual === 'object' ? [actual.lower, actual.upper] : [actual];
  const right: unknown[] = Array.isArray(expected) ? expected : [expected];
  expect(left.length, label).toBe(right.length);
  for (const [index, wanted] of right.entries()) {
    const distance = Math.abs(Number(left[index]) - Number(wanted));
    const allowed = Math.max(tolerance, Math.abs(Number(wanted)) * lastDigits);
    expect(distance, `${label}: ${String(left[index])} instead of ${String(wanted)}`).toBeLessThanOrEqual(
      allowed,
    );
  }
}
