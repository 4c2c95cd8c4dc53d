import { withDatabase } from '../lib/with-database.ts';
import { listColumns, listConstraints, listExtensions, listIndexes } from './schema-snapshot.queries.ts';

/**
 * The schema as PostgreSQL has it after all migrations, one line per column, constraint and index,
 * sorted: what a migration really changed is seen in the difference of this file.
 */
export async function makeSchemaSnapshot(): Promise<string> {
  return await withDatabase(async (sql) => {
    const extensions = await listExtensions(sql);
    const parts = [await listColumns(sql), await listConstraints(sql), await listIndexes(sql)].flat();
    const tables = Map.groupBy(parts, ({ tableName }) => tableName);
    const sections = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return [
      'The schema after all migrations. Made by `npm run generate`; not to be edited.',
      ['extensions', ...extensions.map(({ name }) => `  ${name}`)].join('\n'),
      ...sections.map(([name, lines]) => [name, ...lines.map(({ line }) => `  ${line}`)].join('\n')),
      '',
    ].join('\n\n');
  });
}
