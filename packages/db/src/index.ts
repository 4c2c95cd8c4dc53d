export { openPool, type Connection, type Db, type Sql, type Transaction } from './pool.ts';
export { migrate, migrationsFolder, SchemaError, statementsOf } from './migrate.ts';
