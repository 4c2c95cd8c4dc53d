import { protectionsOfAssessors } from './protections-of-assessors.ts';

/** A protection of the product, how it is switched off, and the test that must notice. */
export type Protection = {
  name: string;
  file: string;
  /** Texts that stand in the file, and what stands there once the protection is off. */
  off: { from: string; to: string }[];
  guard: { project: 'pure' | 'pg' | 'browser'; file: string; title: string };
  /** What the guard says then: it must go red for what is missing, not for a copy that does not work. */
  red: RegExp;
};

export const protections: Protection[] = [
  ...protectionsOfAssessors,
  {
    name: 'the idempotency claim',
    file: 'apps/api/src/sync/push.commands.ts',
    off: [{ from: 'await claim(tx, wellFormed)', to: 'await claim(tx, wellFormed.slice(0, 0))' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/sync/push.pg.test.ts',
      title: 'stores a visit and its response once',
    },
    red: /'recordInvalid', 'recordInvalid'/,
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
    red: /Problem: internal/,
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
    red: /to deeply equal \[\]/,
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
    red: /0 to be greater than 8/,
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
    red: /instead of rejecting/,
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
    red: /duplicate key/,
  },
  {
    name: 'the change number in the order of commits',
    file: 'apps/api/src/http/transaction.ts',
    // A bare sequence instead: the number is taken at once, the head row is locked only at the end.
    off: [
      {
        from: 'export async function inStreet<',
        to: 'let bareSequence = Date.now();\nexport async function inStreet<',
      },
      {
        from: `    const [head] = await lockStreetHead(sql, streetId);
    if (head === undefined) throw new Problem('notFound');
    const changeNumber = head.changeNumber + 1;
`,
        to: '    const changeNumber = (bareSequence += 1);\n',
      },
      {
        from: '    const entry = {\n',
        to: `    await sent.arrived();
    const [head] = await lockStreetHead(sql, streetId);
    if (head === undefined) throw new Problem('notFound');
    const entry = {
`,
      },
    ],
    guard: {
      project: 'pg',
      file: 'apps/api/src/sync/pull.pg.test.ts',
      title: 'misses no row of a writer that commits late',
    },
    red: /to deeply equal/,
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
    red: /schema failed/,
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
    red: /to be greater than or equal to 5/,
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
    red: /to be greater than or equal to 5/,
  },
  {
    name: 'mixing anonymous responses with those that came before',
    file: 'apps/api/src/responses/store-anonymous.ts',
    off: [{ from: 'const mixedWith = 1000;', to: 'const mixedWith = 0;' }],
    guard: {
      project: 'pg',
      file: 'tests/anonymity/anonymity.pg.test.ts',
      title: 'cannot be tied to doors, tablets or times better than by chance',
    },
    red: /batches by the counts in the audit/,
  },
  {
    name: 'claiming what the sealed store held like everything else',
    file: 'apps/api/src/responses/sealed.commands.ts',
    off: [{ from: '  await claimFree(tx, claims);\n', to: '' }],
    guard: {
      project: 'pg',
      file: 'tests/anonymity/anonymity.pg.test.ts',
      title: 'cannot be tied to doors, tablets or times better than by chance',
    },
    red: /tablets: place of the claim, after the close/,
  },
  {
    name: 'the durability of the tablet’s store',
    file: 'apps/tablet/src/local/device.database.ts',
    off: [{ from: "chromeTransactionDurability: 'strict'", to: "chromeTransactionDurability: 'default'" }],
    guard: {
      project: 'browser',
      file: 'tests/tablet/durability.browser.test.ts',
      title: 'counts only once it is on the disk',
    },
    red: /to deeply equal \[\]/,
  },
  {
    name: 'loading the questionnaire engine only when it is needed',
    file: 'apps/tablet/src/app/main.tsx',
    off: [
      {
        from: 'startAppearance();\n',
        to: "startAppearance();\nvoid import('@huhudao/ui/questionnaire').then(console.log);\n",
      },
    ],
    guard: {
      project: 'browser',
      file: 'tests/tablet/first-load.browser.test.ts',
      title: 'stays under 235 kB',
    },
    red: /to be less than or equal to 235000/,
  },
  {
    name: 'the single use of a ticket',
    file: 'apps/api/src/tickets/tickets.commands.ts',
    off: [
      {
        from: 'if (found !== undefined) expectUnused(found);',
        to: '',
      },
    ],
    guard: {
      project: 'pg',
      file: 'apps/api/src/tickets/tickets.pg.test.ts',
      title: 'of fifty that are sent with it at once, all anonymous and different, one is taken',
    },
    red: /to have a length of 1 but got [2-9]/,
  },
  {
    name: 'the mixing of boxes from residents’ phones',
    file: 'apps/api/src/responses/store-anonymous.ts',
    off: [{ from: 'const boxesMixedWith = 200;', to: 'const boxesMixedWith = 0;' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/tickets/own-answers.pg.test.ts',
      title: 'leaves no time: no word in the audit',
    },
    red: /\[ 'box', 1 \]/,
  },
  {
    name: 'the mixing of used tickets',
    file: 'apps/api/src/tickets/tickets.commands.ts',
    off: [{ from: 'const mixedWith = 1000;', to: 'const mixedWith = 0;' }],
    guard: {
      project: 'pg',
      file: 'tests/anonymity/anonymity.pg.test.ts',
      title: 'cannot be tied to doors, tablets or times better than by chance',
    },
    red: /tickets: transaction/,
  },
  {
    name: 'the proof of a household',
    file: 'apps/api/src/tickets/ticket-secrets.ts',
    off: [{ from: "if (good.includes(false)) throw new Problem('linkDamaged');", to: '' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/tickets/own-answers.pg.test.ts',
      title: 'is refused for a household the link was not made for',
    },
    red: /expected 'received' to be 'linkDamaged'/,
  },
];
