import { check } from '../check/check.ts';
import { shortForm } from '../forms/short-form.ts';
import { formOf } from './forms.ts';

/** The path of the first element of a form. */
export const at = 'pages[0].elements[0]';

/** What is found in a visit form of these elements. */
export function foundIn(...elements: object[]): [path: string, code: string][] {
  return check(formOf(...elements), { kind: 'visitForm' }).map(({ path, code }) => [path, code]);
}

/** The short form with its first question changed. */
export function withFirst(change: object): unknown {
  const [page, ...pages] = shortForm.pages;
  const [first, ...others] = page?.elements ?? [];
  return { ...shortForm, pages: [{ ...page, elements: [{ ...first, ...change }, ...others] }, ...pages] };
}

/** What is found in a questionnaire. */
export function foundInQuestionnaire(definition: unknown): [code: string, severity: string][] {
  return check(definition, { kind: 'questionnaire' }).map(({ code, severity }) => [code, severity]);
}
