import type { z } from 'zod';
import { definitionSchema } from '../definition/definition.schema.ts';
import type { Definition } from '../definition/definition.schema.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * SurveyJS properties that would turn a form into code or reach outside the product: markup, redirects, choices
 * and media fetched from elsewhere, scripts that set answers. Named apart from merely unknown properties so
 * that the message can say why.
 */
const forbiddenProperties: ReadonlySet<string> = new Set([
  'backgroundImage',
  'calculatedValues',
  'choicesByUrl',
  'completedBeforeHtml',
  'completedHtml',
  'completedHtmlOnCondition',
  'cookieName',
  'dataList',
  'defaultValue',
  'defaultValueExpression',
  'html',
  'imageLink',
  'loadingHtml',
  'logo',
  'maskSettings',
  'navigateToUrl',
  'navigateToUrlOnCondition',
  'resetValueIf',
  'setValueExpression',
  'setValueIf',
  'surveyId',
  'surveyPostId',
  'triggers',
]);

/** Findings are for a person to read: more than this is one finding, "this is not a definition of ours". */
const mostFindings = 200;

/** `draft` is the value itself where nothing is wrong with it but that something is still to be written. */
export type Structure =
  | { ok: true; definition: Definition }
  | { ok: false; draft: Definition | null; findings: Finding[] };

/** Reads an unknown value as a definition: only the properties and element types on the allow-list. */
export function readStructure(value: unknown): Structure {
  const read = definitionSchema.safeParse(value);
  if (read.success) return { ok: true, definition: read.data };
  const { issues } = read.error;
  return {
    ok: false,
    // Types do not count characters or items: what is merely too short has the shape of a definition.
    draft: issues.every(isUnfinished) ? (value as Definition) : null,
    findings: issues.flatMap(findingsOf).slice(0, mostFindings),
  };
}

type Issue = z.core.$ZodIssue;

/** Whether an issue only says that a text, an item or a choice is still to be written. */
function isUnfinished(issue: Issue): boolean {
  if (issue.code === 'too_small') return issue.origin === 'string' || issue.origin === 'array';
  if (issue.code === 'custom') return isChineseMissing(issue);
  if (issue.code !== 'invalid_union') return false;
  return issue.errors.some((option) => option.length > 0 && option.every(isUnfinished));
}

function isChineseMissing(issue: Issue): boolean {
  return issue.code === 'custom' && issue.params?.['missing'] === 'zh-CN';
}

function findingsOf(issue: Issue): Finding[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((property) =>
      error(
        join(path, property),
        forbiddenProperties.has(property) ? 'forbiddenProperty' : 'unknownProperty',
        {
          property,
        },
      ),
    );
  }
  const property = issue.path.at(-1);
  if (property === undefined) return [error('', 'notADefinition')];
  if (isUnfinished(issue)) return [error(path, isList(issue) ? 'listTooShort' : 'textMissing')];
  if (property === 'type' && issue.code === 'invalid_union') return [error(path, 'forbiddenElement')];
  if (issue.code === 'invalid_format' && property === 'name') return [error(path, 'badName')];
  if (issue.code === 'invalid_format' && property === 'value') return [error(path, 'badCode')];
  return [error(path, 'wrongValue', { property: String(property) })];
}

function isList(issue: Issue): boolean {
  return issue.code === 'too_small' && issue.origin === 'array';
}

function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : join(path, String(key))),
    '',
  );
}

function join(path: string, property: string): string {
  return path === '' ? property : `${path}.${property}`;
}

/** A definition that may be unfinished, as its author works on it; null for what has another shape. */
export function readDraft(value: unknown): Definition | null {
  const structure = readStructure(value);
  return structure.ok ? structure.definition : structure.draft;
}
