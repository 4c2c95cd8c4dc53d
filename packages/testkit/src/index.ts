export { createTestDatabase, empty, migrated, type Template, type TestDatabase } from './test-database.ts';
