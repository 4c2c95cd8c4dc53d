import { RuleTester } from 'oxlint/plugins-dev';
import { describe, it } from 'vitest';
import { awaitedQuery } from './rules/awaited-query.ts';
import { describedError } from './rules/described-error.ts';
import { noSelectStar } from './rules/no-select-star.ts';
import { sqlInQueries } from './rules/sql-in-queries.ts';
import { textInCatalogue } from './rules/text-in-catalogue.ts';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'tsx' } } });

function wrong(...codes: string[]): { code: string; errors: number }[] {
  return codes.map((code) => ({ code, errors: 1 }));
}

tester.run('SQL outside the queries files is found', sqlInQueries, {
  valid: [
    "t('Select a team from the list')",
    'const greeting = `update ${name}`',
    'html`<p>select</p>`',
    'const update = "update"',
  ],
  invalid: wrong(
    'await sql`select 1`',
    'await tx`${fragment}`',
    'await connection`insert into visit values (${id})`',
    "const query = 'select id from visit where id = $1'",
    'const query = `delete from visit where id = ${id}`',
    'await sql.unsafe(text)',
  ),
});

tester.run('a star in a select list is found', noSelectStar, {
  valid: ['sql`select count(*) from visit`', 'sql`select id, 2 * 3 from visit`'],
  invalid: wrong(
    'sql`select * from visit`',
    'sql`select\n  visit.* from visit`',
    'sql`insert into visit (id) values (1) returning *`',
    'sql`select distinct * from visit`',
  ),
});

tester.run('a query that never runs is found', awaitedQuery, {
  valid: [
    'async () => { await sql`delete from visit` }',
    'const query = () => sql`select 1`',
    'const where = sql`where id = 1`',
    'css`color: red`',
  ],
  invalid: wrong(
    'sql`delete from visit`',
    'void sql`delete from visit`',
    'void other`update visit set a = 1`',
  ),
});

tester.run('text that a person reads is found outside the catalogues', textInCatalogue, {
  valid: [
    "<p>{t('visit.saved')}</p>",
    '<p> · </p>',
    '<p>{count}</p>',
    '<div className="door" id="door" />',
    "const key = 'visit.saved'",
    '<Door room={`${floor}-${room}`} />',
  ],
  invalid: wrong(
    '<p>Saved</p>',
    '<p>已保存</p>',
    "<p>{'Saved'}</p>",
    '<p>{`Saved ${time}`}</p>',
    '<img alt="door" />',
    "<button aria-label={'close'} />",
    "const message = '已保存'",
    'const message = `${name}不在家`',
  ),
});

tester.run('an error that goes into the log as it came is found', describedError, {
  valid: [
    "log.error({ error: describeError(error) }, 'failed')",
    "deps.log.warn({ kind, code: sqlState(error) }, 'refused')",
    'log.info({ postgres: line })',
    'log.info({ status, milliseconds })',
    'problems.error({ error })',
    "log.error('failed')",
  ],
  invalid: wrong(
    "deps.log.error({ error }, 'failed')",
    "log.error({ streetId: id, error }, 'failed')",
    "log.error({ reason: error }, 'failed')",
    "tx.deps.log.warn({ err: cause }, 'failed')",
    'log.fatal(error)',
    "log.error({ ...error }, 'failed')",
    "log.error({ message: error.message }, 'failed')",
    "log.error({ detail: error.detail }, 'failed')",
    'log.error(`failed: ${error}`)',
  ),
});
