/** A protection of the product, how it is switched off, and the test that must notice. */
export type Protection = {
  name: string;
  file: string;
  /** Texts that stand in the file, and what stands there once the protection is off. */
  off: { from: string; to: string }[];
  guard: { project: 'pure' | 'pg' | 'browser'; file: string; title: string };
};

export const protections: Protection[] = [
  {
    name: 'the idempotency claim',
    file: 'apps/api/src/sync/push.commands.ts',
    off: [{ from: 'await claim(tx, wellFormed)', to: 'await claim(tx, wellFormed.slice(0, 0))' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/sync/push.pg.test.ts',
      title: 'stores a visit and its response once',
    },
  },
  {
    name: 'the savepoint fallback',
    file: 'apps/api/src/sync/push.commands.ts',
    off: [{ from: '    return inStreet(deps, streetId, actor, pushEach, input);', to: '    throw error;' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/sync/push.pg.test.ts',
      title: 'lets one record that the database refuses take no other with it',
    },
  },
  {
    name: 'the permission gate',
    file: 'apps/api/src/http/gate.ts',
    off: [{ from: '.filter((grant) => areas.isWithin(areaId, grant.areaId))', to: '' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/http/permissions.pg.test.ts',
      title: 'listHouseholds opens to the roles and areas the specification names',
    },
  },
  {
    name: 'the rollup in the transaction',
    file: 'apps/api/src/responses/record-responses.ts',
    off: [
      {
        from: 'if (rows.length > 0) tx.send(queries.addToRollup',
        to: 'if (rows.length > 999) tx.send(queries.addToRollup',
      },
    ],
    guard: {
      project: 'pg',
      file: 'apps/api/src/sync/push.pg.test.ts',
      title: 'equals a recount of the counted responses',
    },
  },
  {
    name: 'waiting for every write before the commit',
    file: 'apps/api/src/http/transaction.ts',
    off: [{ from: '    await sent.arrived();\n', to: '' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/http/transaction.pg.test.ts',
      title: 'takes the transaction with it when the database refuses it',
    },
  },
  {
    name: 'the lock behind the change number',
    file: 'apps/api/src/http/transaction.queries.ts',
    off: [
      {
        from: '  where street_id = ${streetId}\n  for no key update`',
        to: '  where street_id = ${streetId}`',
      },
    ],
    guard: {
      project: 'pg',
      file: 'apps/api/src/sync/pull.pg.test.ts',
      title: 'misses no row of a writer that commits late',
    },
  },
  {
    name: 'the migration lock',
    file: 'packages/db/src/migrate.ts',
    off: [
      {
        from: "import { Kysely, sql as raw } from 'kysely';",
        to: "import { Kysely, PostgresAdapter, sql as raw } from 'kysely';",
      },
      {
        from: 'dialect: new PostgresJSDialect({ postgres: sql })',
        to: `dialect: Object.assign(new PostgresJSDialect({ postgres: sql }), {
          createAdapter: () => Object.assign(Object.create(new PostgresAdapter()), { acquireMigrationLock: async () => {} }),
        })`,
      },
    ],
    guard: {
      project: 'pg',
      file: 'packages/db/src/migrate.pg.test.ts',
      title: 'of two servers that start at once are applied by one',
    },
  },
  {
    name: 'suppression of what a table gives away',
    file: 'packages/statistics/src/disclosure/table.ts',
    off: [
      {
        from: 'while (!(isPrintable(unprinted, rules) && keepsSecrets(unprinted, slack, weightOf, rules))) {',
        to: 'while (unprinted.length > 999) {',
      },
    ],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rates/rates-attack.pg.test.ts',
      title: 'recovers no hidden count of a coverage round',
    },
  },
  {
    name: 'suppression of what successive releases give away',
    file: 'apps/api/src/rates/release-round.ts',
    off: [{ from: 'remembers: true', to: 'remembers: false' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rates/rates-attack.pg.test.ts',
      title: 'recovers no hidden count of a measurement round',
    },
  },
];
