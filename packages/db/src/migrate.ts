import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, sql as raw } from 'kysely';
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration';
import { PostgresJSDialect } from 'kysely-postgres-js';
import { listAppliedMigrations } from './migrate.queries.ts';
import type { Sql } from './pool.ts';

export const migrationsFolder = path.join(import.meta.dirname, '..', 'migrations');

/** The schema cannot be brought up to date: a migration failed, or the database is newer than this version. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly reason: 'failed' | 'newer';
  readonly migration: string | undefined;

  constructor(reason: 'failed' | 'newer', migration: string | undefined, cause: unknown) {
    super(`schema ${reason}${migration === undefined ? '' : ` at ${migration}`}`, { cause });
    this.reason = reason;
    this.migration = migration;
  }
}

/** The statements of a migration file, in order; comments stand on lines of their own. */
export function statementsOf(text: string): string[] {
  return text
    .replaceAll(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

class SqlFiles implements MigrationProvider {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async getMigrations(): Promise<Record<string, Migration>> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.sql')).toSorted();
    const migrations = names.map(async (name): Promise<[string, Migration]> => {
      const statements = statementsOf(await readFile(path.join(this.#folder, name), 'utf8'));
      return [name.replace(/\.sql$/, ''), { up: (db) => runEach(db, statements) }];
    });
    return Object.fromEntries(await Promise.all(migrations));
  }
}

/** One statement per call: what Citus asks for, and an error that names its statement. */
async function runEach(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await raw.raw(statement).execute(db);
}

/**
 * Brings the schema up to date: forward only, all pending files in one transaction, under a lock, so that
 * two servers starting at once apply each file once. Returns the names of the files applied.
 * @throws SchemaError when a file fails (nothing of this run is kept) or the database is newer than the files.
 */
export async function migrate(sql: Sql, folder = migrationsFolder): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: sql }) });
  const migrator = new Migrator({ db, provider: new SqlFiles(folder) });
  const known = new Set(Object.keys(await new SqlFiles(folder).getMigrations()));
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return (results ?? []).map((result) => result.migrationName);
  const failed = results?.find((result) => result.status === 'Error');
  const newer = await appliedButUnknown(sql, known);
  throw new SchemaError(newer === undefined ? 'failed' : 'newer', newer ?? failed?.migrationName, error);
}

async function appliedButUnknown(sql: Sql, known: ReadonlySet<string>): Promise<string | undefined> {
  const applied = await listAppliedMigrations(sql).catch(() => []);
  return applied.map((row) => row.name).find((name) => !known.has(name));
}
