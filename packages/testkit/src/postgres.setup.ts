/** Vitest global set-up: one packaged PostgreSQL for the whole run; its place goes to the tests by `provide`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer, throwAwaySettings, type ServerConnection } from '@huhudao/db/server';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ServerConnection;
  }
}

const folderPrefix = 'huhudao-test-';

/** Starts the server; the function it returns stops it and removes its folder. */
export default async function setUpPostgres(project: TestProject): Promise<() => Promise<void>> {
  removeAbandonedFolders();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${folderPrefix}${process.pid}-`));
  const server = await startServer({ dataDir: path.join(folder, 'postgres'), settings: throwAwaySettings });
  project.provide('postgres', server.connection);
  return async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

/** A test run that was killed could not tidy up; the name of its folder tells whose it was. Another user's is theirs. */
function removeAbandonedFolders(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), name);
    const pid = new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || fs.existsSync(`/proc/${pid}`)) continue;
    const owner = fs.lstatSync(folder, { throwIfNoEntry: false })?.uid;
    if (owner === process.getuid?.()) fs.rmSync(folder, { recursive: true, force: true });
  }
}
