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

/** An item of the bank and its version, as questions remember it: `clearStairwell@2`. */
export const originPattern = /^[a-z][A-Za-z0-9]{0,59}@[1-9]\d{0,3}$/;
