import type { Plugin } from '@oxlint/plugins';
import { awaitedQuery } from './rules/awaited-query.ts';
import { describedError } from './rules/described-error.ts';
import { noSelectStar } from './rules/no-select-star.ts';
import { sqlInQueries } from './rules/sql-in-queries.ts';
import { textInCatalogue } from './rules/text-in-catalogue.ts';

/** The rules of this house that no linter knows. Where each applies is said in .oxlintrc.json. */
const house: Plugin = {
  meta: { name: 'house' },
  rules: {
    'awaited-query': awaitedQuery,
    'described-error': describedError,
    'no-select-star': noSelectStar,
    'sql-in-queries': sqlInQueries,
    'text-in-catalogue': textInCatalogue,
  },
};

export default house;
