import type { ESTree, Rule } from '@oxlint/plugins';
import { isQuery, isSqlText, textOf } from './sql-text.ts';

const message = 'SQL stands in *.queries.ts only: give the query a name there and call it.';

/** SQL outside the queries files: tagged templates, plain text that is SQL, and `sql.unsafe`. */
export const sqlInQueries: Rule = {
  create: (context) => ({
    TaggedTemplateExpression(node: ESTree.TaggedTemplateExpression) {
      if (isQuery(node)) context.report({ node, message });
    },
    TemplateLiteral(node: ESTree.TemplateLiteral) {
      if (node.parent.type !== 'TaggedTemplateExpression' && isSqlText(textOf(node))) {
        context.report({ node, message });
      }
    },
    Literal(node: ESTree.Node) {
      if (node.type === 'Literal' && typeof node.value === 'string' && isSqlText(node.value)) {
        context.report({ node, message });
      }
    },
    'CallExpression > MemberExpression.callee[property.name="unsafe"]'(node: ESTree.Node) {
      context.report({ node, message });
    },
  }),
};
