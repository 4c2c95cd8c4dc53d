import type { ESTree, Rule } from '@oxlint/plugins';
import { textOf } from './sql-text.ts';

const star = /\b(?:select|returning)\s+(?:distinct\s+)?(?:\w+\.)?\*/i;

/** `select *` and `returning *`: what a query returns is read in the query, and a new column changes nothing. */
export const noSelectStar: Rule = {
  create: (context) => ({
    TemplateLiteral(node: ESTree.TemplateLiteral) {
      if (star.test(textOf(node))) context.report({ node, message: 'List the columns instead of `*`.' });
    },
  }),
};
