/** Names of questions, pages and panels, and codes of choices: they become variable names in exported files. */
export const namePattern = /^[a-z][A-Za-z0-9]{0,63}$/;

const takenByExpressions = [
  'choice',
  'false',
  'item',
  'length',
  'locale',
  'null',
  'page',
  'pagecount',
  'pageno',
  'panel',
  'parent',
  'parentpanel',
  'row',
  'rowindex',
  'self',
  'state',
  'survey',
  'true',
  'undefined',
];

/**
 * Names that already mean something: to the expression language, which does not tell capitals from small
 * letters, or to JavaScript objects.
 */
export function isReservedName(name: string): boolean {
  return takenByExpressions.includes(name.toLowerCase()) || name in {};
}
