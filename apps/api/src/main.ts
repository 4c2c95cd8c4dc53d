import { readEnv } from './env.ts';
import { serve } from './serve.ts';
import { sayToTerminal } from './http/terminal.ts';
import { explainFailure } from './system/explain-failure.ts';
import { stopOnSignal } from './system/stop-on-signal.ts';

function fail(error: unknown): never {
  process.stderr.write(`\n${explainFailure(error)}\n`);
  process.exit(1);
}

try {
  const starting = serve(readEnv(), sayToTerminal, { demo: process.argv.includes('--demo') });
  stopOnSignal(async () => (await starting).close(), sayToTerminal);
  const serving = await starting;
  void serving.failed.then(fail);
} catch (error) {
  fail(error);
}
