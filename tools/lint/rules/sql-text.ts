import type { ESTree } from '@oxlint/plugins';

/** The names our database handles go by. */
const handles = new Set(['sql', 'tx', 'db', 'admin']);

const statement =
  /^\s*(?:select|insert\s+into|update|delete\s+from|with|create|alter|drop|truncate|lock|set|listen|notify|savepoint|rollback)\s/i;

/** Keywords in one case only: "Select a team from the list" is English. */
const inPlainText =
  /^\s*(?:select\s[^]*\sfrom\s|insert\s+into\s|delete\s+from\s|update\s+\w+\s+set\s|SELECT\s[^]*\sFROM\s|INSERT\s+INTO\s|DELETE\s+FROM\s|UPDATE\s+\w+\s+SET\s)/;

/** The text of a template with its holes as `?`. */
export function textOf(template: ESTree.TemplateLiteral): string {
  return template.quasis.map(({ value }) => value.cooked ?? value.raw).join('?');
}

/** Whether a tagged template is a query or a piece of one: by its tag, or by how it begins. */
export function isQuery({ tag, quasi }: ESTree.TaggedTemplateExpression): boolean {
  return (tag.type === 'Identifier' && handles.has(tag.name)) || statement.test(textOf(quasi));
}

/** Whether plain text reads as an SQL statement. */
export function isSqlText(text: string): boolean {
  return inPlainText.test(text);
}
