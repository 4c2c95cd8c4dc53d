/**
 * `npm run recount`: counts all answers anew and compares them with the counts kept beside them, street by street.
 * `--mend` puts wrong counts right. Ends with 1 where a count was wrong and stays so.
 */
import { pino } from 'pino';
import { readEnv, type Env } from './env.ts';
import { Areas } from './http/areas.ts';
import { sayToTerminal as say } from './http/terminal.ts';
import { inStreet } from './http/transaction.ts';
import { CompiledVersions } from './questionnaires/compiled-versions.ts';
import { mendCounts, recountStreet } from './responses/recount.ts';
import { announcements } from './system/announcements.ts';
import { explainFailure } from './system/explain-failure.ts';
import { loadKeys } from './system/keys.ts';
import { prepareDatabase } from './system/prepare-database.ts';
import { startDatabase } from './system/start-database.ts';

const nobody = { personId: null, deviceId: null };

/** Answers whether every kept count is right at the end. */
async function recountAll(env: Env, mend: boolean): Promise<boolean> {
  const log = pino({ level: env.LOG_LEVEL });
  await using open = new AsyncDisposableStack();
  const { sql, close } = await startDatabase(env, say, (line) => log.info({ postgres: line }));
  open.defer(close);
  const now = () => new Date();
  await prepareDatabase(sql, now, say);
  const deps = { sql, areas: new Areas(sql), now, log, env, keys: await loadKeys(env.DATA_DIR) };
  await deps.areas.refresh();
  const versions = new CompiledVersions();
  let right = true;
  for (const { id, kind, name } of deps.areas.all()) {
    if (kind !== 'street') continue;
    const { responses, kept, wrong } = mend
      ? await inStreet(deps, id, nobody, mendCounts, { versions })
      : await recountStreet(sql, id, versions);
    say(announcements.recounted(name, { responses, kept, wrong: wrong.length }));
    right &&= mend || wrong.length === 0;
  }
  say(right ? announcements.countsRight : announcements.countsWrong);
  return right;
}

try {
  process.exitCode = (await recountAll(readEnv(), process.argv.includes('--mend'))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n${explainFailure(error)}\n`);
  process.exitCode = 1;
}
