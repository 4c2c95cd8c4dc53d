import type { ESTree, Rule } from '@oxlint/plugins';
import { isQuery } from './sql-text.ts';

/**
 * A query whose result is thrown away. In postgres.js it never runs. `typescript/no-floating-promises`
 * sees most of these; `void`, which satisfies it, starts no query either.
 */
export const awaitedQuery: Rule = {
  create: (context) => ({
    TaggedTemplateExpression(node: ESTree.TaggedTemplateExpression) {
      const { parent } = node;
      const thrownAway =
        parent.type === 'ExpressionStatement' ||
        (parent.type === 'UnaryExpression' && parent.operator === 'void');
      if (thrownAway && isQuery(node)) {
        context.report({ node, message: 'A query that nobody awaits never runs: await it.' });
      }
    },
  }),
};
