/**
 * A program of its own for the tests to kill: `node start-server.fixture.ts <data folder> [unattended]`.
 * It starts the server, prints its pid and connection as one line of JSON, and stays.
 * `unattended` leaves out the signal by which the kernel stops PostgreSQL when this program dies.
 */
import { findBinaries } from './binaries.ts';
import { launch } from './launch.ts';
import { chooseRunner } from './run-as.ts';
import { startServer } from './start-server.ts';

const [dataDir = '', flag] = process.argv.slice(2);
const server = await startServer({ dataDir });
if (flag === 'unattended') {
  await server.stop();
  const runner = chooseRunner();
  const prefix = runner.prefix.filter((word) => word !== '--pdeathsig' && word !== 'INT');
  const { postgres } = findBinaries();
  const again = { dataDir, postgres, socketFolder: server.connection.host, settings: {}, log: () => {} };
  const { pid } = await launch({ ...again, runner: { ...runner, prefix } });
  announce(pid);
} else {
  announce(server.pid);
}
setInterval(() => {}, 60_000);

function announce(pid: number): void {
  process.stdout.write(`${JSON.stringify({ pid, connection: server.connection })}\n`);
}
