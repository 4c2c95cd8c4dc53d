/** The real product with demonstration data, and beside it one that nobody has set up yet. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dayOf } from '@huhudao/domain';
import { readEnv } from '../../apps/api/src/env.ts';
import { serve } from '../../apps/api/src/serve.ts';
import { root } from '../../tools/lib/root.ts';

export type Product = {
  origin: string;
  /** What it said in the terminal, line by line. */
  said: readonly string[];
  stop: () => Promise<void>;
};

/** Filling takes a minute: what was filled today from the same sources is used again. */
const shelf = path.join(root, 'tests', '.artifacts', 'demonstration');
const sources = ['apps/api/src/demo', 'packages/db/migrations', 'packages/questionnaire/src'];

/** Starts the product on a copy of the demonstration data: pictures may change what they like. */
export async function startDemonstration(): Promise<Product> {
  const filled = path.join(shelf, nameOfFilled());
  if (!fs.existsSync(filled)) await fill(filled);
  return await start((folder) =>
    fs.cpSync(filled, folder, { recursive: true, mode: fs.constants.COPYFILE_FICLONE }),
  );
}

/** Starts the product on an empty machine. */
export async function startEmpty(): Promise<Product> {
  return await start(() => {});
}

async function start(prepare: (folder: string) => void): Promise<Product> {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-screenshots-'));
  const folder = path.join(place, 'data');
  prepare(folder);
  const said: string[] = [];
  const serving = await serve(settings(folder), (line) => said.push(line));
  const origin = `http://localhost:${serving.ports.http}`;
  await untilReady(origin);
  return {
    origin,
    said,
    stop: async () => {
      await serving.close();
      fs.rmSync(place, { recursive: true, force: true });
    },
  };
}

/** A machine that does much else may take a while to answer at all. */
async function untilReady(origin: string): Promise<void> {
  while (!(await fetch(`${origin}/health/ready`)).ok)
    await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Fills beside the final place and renames, so that a run that was stopped leaves nothing half filled. */
async function fill(filled: string): Promise<void> {
  fs.rmSync(shelf, { recursive: true, force: true });
  const side = `${filled}-filling`;
  const serving = await serve(settings(side), (line) => console.log(line), { demo: true });
  await serving.close();
  fs.renameSync(side, filled);
}

const settings = (folder: string) => ({
  ...readEnv({ DATA_DIR: folder, HOST: '127.0.0.1', LOG_LEVEL: 'error', RELEASE_SECONDS: '2' }),
  SIGN_INS_PER_MINUTE: 1000,
  PORT: 0,
});

/** The data tells of the days before today, and is made by the sources. */
function nameOfFilled(): string {
  const hash = createHash('sha256').update(dayOf(new Date().toISOString()));
  const files = fs.globSync(
    sources.map((folder) => `${folder}/**/*.*`),
    { cwd: root },
  );
  for (const file of files.toSorted()) hash.update(file).update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex').slice(0, 12);
}
