import type { CompiledVersion } from '../compiled/compiled.types.ts';
import { compile } from '../compiled/compile.ts';

/** A small form for tests: one page with these elements. */
export function formOf(...elements: object[]): object {
  return { title: both('表'), pages: [{ name: 'only', elements }] };
}

export function compiledFormOf(...elements: object[]): CompiledVersion {
  return compile(formOf(...elements), 'visitForm');
}

export function both(text: string): { default: string; en: string } {
  return { default: text, en: text };
}

export function options(...codes: string[]): { value: string; text: object }[] {
  return codes.map((value) => ({ value, text: both(value) }));
}

/** One choice of several. */
export function single(name: string, codes: string[], more: object = {}): object {
  return { type: 'radiogroup', name, title: both(name), choices: options(...codes), ...more };
}

/** Several choices. */
export function multiple(name: string, codes: string[], more: object = {}): object {
  return { type: 'checkbox', name, title: both(name), choices: options(...codes), ...more };
}

/** Any other type of question. */
export function ask(type: string, name: string, more: object = {}): object {
  return { type, name, title: both(name), ...more };
}
