export { createTestDatabase, type Template, type TestDatabase } from './test-database.ts';
