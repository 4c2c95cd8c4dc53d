import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@huhudao/testkit';
import { listCitusViolations } from './citus-rules.queries.ts';
import { plantViolations } from './citus-rules.facts.queries.ts';

/** The same on every node, written in transactions of their own. */
const reference = [
  'area',
  'person',
  'role_grant',
  'session',
  'device',
  'device_credential',
  'programme',
  'questionnaire',
  'questionnaire_version',
  'indicator_definition',
  'indicator_target',
  'revisit_rule',
  'platform_audit',
  'installation',
];

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('the schema', () => {
  it('holds nothing that Citus would refuse', async () => {
    expect([...(await listCitusViolations(database.sql, reference))]).toEqual([]);
  });

  it('is really looked at: every planted violation is found', async () => {
    await plantViolations(database.sql);
    const problems = (await listCitusViolations(database.sql, reference)).map(
      (one) => `${one.tableName}: ${one.problem}`,
    );
    expect(problems).toEqual([
      'planted_pointer: foreign key action that changes street_id: planted_pointer_fk',
      'planted_pointer: sharded table points at local table: planted_pointer_local',
      'planted_pointer: street_id must be not null and not generated',
      'planted_text: street_id is of type text, not uuid',
      'planted_text: trigger: planted_trigger',
      'planted_text: unique index does not begin with street_id: planted_text_pkey',
    ]);
  });
});
