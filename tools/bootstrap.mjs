/**
 * What stands behind every `npm run`: installs the pinned dependencies if they changed, then runs the task
 * (tools/tasks.ts) under the pinned Node. Needs Node 20 and npm, nothing else, and imports no package.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const pnpm = 'pnpm@12.21.0';
const oldestNode = { forBootstrap: 20, forTasks: 26 };
/**
 * V8 lets its heap grow by the machine's memory before it collects: 420 MB for a server with 50 MB of living objects.
 * These make it collect earlier, 230 MB under the same load, for the same processor time.
 */
const serverFlags = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
const stampFile = path.join(root, 'node_modules', '.installed');
const installInputs = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];

/** What an installation prints when it fails, and what helps against it. */
const remedies = [
  {
    sign: /ENOSPC|no space left/i,
    advice: '磁盘已满，请腾出至少 2 GB 后重试。 / The disk is full: free at least 2 GB and try again.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL|fetch failed/i,
    advice:
      '无法连接 npm 软件源。请检查网络、代理或 npm config get registry。 / The npm registry cannot be reached: check the network, the proxy, or `npm config get registry`.',
  },
  {
    sign: /EACCES|EPERM|EROFS/,
    advice: `当前账号不能写入 ${root}。 / This account cannot write to ${root}.`,
  },
  {
    sign: /OUTDATED_LOCKFILE/,
    advice:
      'pnpm-lock.yaml 与 package.json 不一致。 / pnpm-lock.yaml does not fit package.json: run `npx pnpm install` and commit the lockfile.',
  },
];

await main(process.argv[2] ?? 'start', process.argv.slice(3));

/** @param {string} task @param {string[]} args */
async function main(task, args) {
  if (majorOf(process.versions.node) < oldestNode.forBootstrap) {
    fail(`需要 Node 20 或更高版本。 / Node 20 or later is needed; this is ${process.versions.node}.`);
  }
  process.chdir(root);
  const env = cleanEnvironment();
  await installIfChanged(env);
  const program = findNode();
  env.PATH = [path.dirname(program), path.join(root, 'node_modules', '.bin'), env.PATH].join(path.delimiter);
  const flags = task === 'start' ? serverFlags : [];
  const { exitCode } = await run(program, [...flags, 'tools/tasks.ts', task, ...args], {
    env,
    stdio: 'inherit',
  });
  process.exit(exitCode);
}

/** npm hands its own settings down as variables, and pnpm would take them for its own. */
function cleanEnvironment() {
  const kept = /^npm_config_(registry|cafile|proxy|https_proxy|noproxy|userconfig|cache)$/i;
  const entries = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name));
  return Object.fromEntries(entries);
}

/** @param {NodeJS.ProcessEnv} env */
async function installIfChanged(env) {
  const wanted = hashOfInputs();
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted) return;
  say('正在安装依赖（首次约一分钟） / Installing dependencies (about a minute the first time)');
  const started = Date.now();
  const command = [
    '--yes',
    '--prefer-offline',
    pnpm,
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
  ];
  const { exitCode, output } = await run('npx', command, {
    // Without CI pnpm asks before it replaces a node_modules folder, and nobody may be there to answer.
    env: { CI: '1', npm_config_update_notifier: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (exitCode !== 0) fail(adviceFor(output), exitCode);
  fs.writeFileSync(stampFile, wanted);
  say(`依赖已安装 / Installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

function hashOfInputs() {
  const hash = createHash('sha256').update(`${pnpm} ${process.platform} ${process.arch}`);
  for (const file of installInputs) hash.update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** @param {string} output */
function adviceFor(output) {
  const remedy = remedies.find(({ sign }) => sign.test(output));
  return `依赖安装失败 / Installing the dependencies failed.\n${remedy?.advice ?? '原因见上。 / The reason stands above.'}`;
}

/** The Node that came with the dependencies, or this one where none is packaged for the machine. */
function findNode() {
  const packaged = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  const runs = fs.existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0;
  if (runs) return packaged;
  if (majorOf(process.versions.node) >= oldestNode.forTasks) return process.execPath;
  return fail(
    `没有适用于 ${os.platform()}-${os.arch()} 的自带 Node，请先安装 Node 26 或更高版本。 / No Node is packaged for ${os.platform()}-${os.arch()}: install Node 26 or later first.`,
  );
}

/**
 * Runs a program to its end and passes signals on. What is piped is shown and also returned as `output`.
 *
 * @param {string} program @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
function run(program, args, options) {
  const child = spawn(program, args, { cwd: root, ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      process.stderr.write(chunk);
      output += chunk;
    });
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const passOn = /** @param {NodeJS.Signals} signal */ (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  const watch = whenNpmDies(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    const end = /** @param {number} exitCode */ (exitCode) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, passOn);
      resolve({ exitCode, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
    child.on('close', (code, signal) => end(code ?? 128 + os.constants.signals[signal ?? 'SIGTERM']));
  });
}

/**
 * A killed npm tells nobody. It starts us through a shell, which may stay: either the process above us
 * changes, or the one above that.
 *
 * @param {() => void} stop
 */
function whenNpmDies(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const watch = setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === grandparent) return;
    clearInterval(watch);
    stop();
  }, 500);
  return watch;
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    return /^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split('.')[0]);
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`[huhudao] ${text}\n`);
}

/** @param {string} text @returns {never} */
function fail(text, exitCode = 1) {
  say(text);
  process.exit(exitCode);
}
