import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

/** A repository with the real bootstrap, an npx that does what the test says, and a task that tells its story. */
let root: string;

const task = `
  import fs from 'node:fs';
  fs.appendFileSync('story', 'started ' + process.argv.slice(2).join(' ') + '\\n');
  process.on('SIGTERM', () => { fs.appendFileSync('story', 'stopped\\n'); process.exit(0); });
  if (process.argv[2] === 'start') setInterval(() => {}, 60_000);
  if (process.argv[2] === 'fail') process.exitCode = 7;
`;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-bootstrap-'));
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }));
  for (const folder of ['tools', 'bin', 'node_modules']) fs.mkdirSync(path.join(root, folder));
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) write(file, '{}');
  fs.copyFileSync(path.join(import.meta.dirname, 'bootstrap.mjs'), path.join(root, 'tools', 'bootstrap.mjs'));
  write('tools/tasks.ts', task);
  writeNpx('echo installed >> story');
});

function write(file: string, text: string): void {
  fs.writeFileSync(path.join(root, file), text);
}

function writeNpx(script: string): void {
  write('bin/npx', `#!/bin/sh\n${script}\n`);
  fs.chmodSync(path.join(root, 'bin', 'npx'), 0o755);
}

function story(): string[] {
  const file = path.join(root, 'story');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n') : [];
}

const env = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${path.join(root, 'bin')}:${path.dirname(process.execPath)}:/usr/bin:/bin`,
});

function run(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, ['tools/bootstrap.mjs', ...args], {
    cwd: root,
    env: env(),
    encoding: 'utf8',
  });
}

/** Starts the task as npm does: npm, a shell that stays, the bootstrap. */
async function startThroughNpm(): Promise<ChildProcess> {
  const shell = `${process.execPath} tools/bootstrap.mjs start --demo; true`;
  const npm = spawn('/bin/sh', ['-c', `/bin/sh -c '${shell}'; true`], {
    cwd: root,
    env: { ...env(), npm_lifecycle_event: 'start' },
    stdio: 'ignore',
  });
  await until(() => story().includes('started start --demo'));
  return npm;
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 4_000; !condition(); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('waited in vain');
  }
}

test('dependencies are installed once, and again when what they come from changes', () => {
  expect(run('check').status).toBe(0);
  expect(run('check').status).toBe(0);
  write('pnpm-lock.yaml', 'changed');
  expect(run('check').status).toBe(0);
  expect(story()).toEqual(['installed', 'started check', 'started check', 'installed', 'started check']);
});

test('arguments reach the task, and its exit code comes back', () => {
  expect(run('fail', '--demo').status).toBe(7);
  expect(story()).toContain('started fail --demo');
});

test.each([
  ['ENOSPC: no space left on device', '磁盘已满'],
  ['request to registry failed: getaddrinfo ENOTFOUND', '无法连接 npm 软件源'],
  ['EACCES: permission denied, mkdir', '不能写入'],
  ['ERR_PNPM_FROZEN_LOCKFILE_WITH_OUTDATED_LOCKFILE', '不一致'],
  ['something new', '原因见上'],
])(
  'an installation that fails with "%s" says what to do, and is tried again next time',
  (message, advice) => {
    writeNpx(`echo '${message}' >&2; exit 3`);
    const { status, stderr } = run('start');
    expect(status).toBe(3);
    expect(stderr).toContain(advice);
    expect(story()).toEqual([]);
    writeNpx('true');
    expect(run('check').status).toBe(0);
  },
);

test('when npm is killed the task is asked to stop', async () => {
  const npm = await startThroughNpm();
  npm.kill('SIGKILL');
  await until(() => story().includes('stopped'));
});

test('a request to stop reaches the task once it is asked of the bootstrap', async () => {
  const bootstrap = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
    cwd: root,
    env: env(),
    stdio: 'ignore',
  });
  await until(() => story().includes('started start'));
  const exited = new Promise((resolve) => bootstrap.once('exit', resolve));
  bootstrap.kill('SIGTERM');
  expect(await exited).toBe(0);
  expect(story().filter((line) => line === 'stopped')).toEqual(['stopped']);
});
