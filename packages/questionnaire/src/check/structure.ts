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

export type Structure = { ok: true; definition: Definition } | { ok: false; findings: Finding[] };

/** Reads an unknown value as a definition: only the properties and element types on the allow-list. */
export function readStructure(value: unknown): Structure {
  const read = definitionSchema.safeParse(value);
  if (read.success) return { ok: true, definition: read.data };
  return { ok: false, findings: read.error.issues.flatMap(findingsOf).slice(0, mostFindings) };
}

type Issue = z.core.$ZodIssue;

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
  if (issue.code === 'custom' && issue.params?.['missing'] === 'zh-CN') {
    return [error(path, 'translationMissing', { language: 'zh-CN' })];
  }
  if (property === 'type' && issue.code === 'invalid_union') return [error(path, 'forbiddenElement')];
  if (issue.code === 'invalid_format' && property === 'name') return [error(path, 'badName')];
  if (issue.code === 'invalid_format' && property === 'value') return [error(path, 'badCode')];
  return [error(path, 'wrongValue', { property: String(property) })];
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
