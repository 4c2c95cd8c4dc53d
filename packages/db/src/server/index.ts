export { startServer, type RunningServer, type ServerConnection, type StartOptions } from './start-server.ts';
export { keepServerRunning, type KeptServer } from './keep-server-running.ts';
export { hasDatabase } from './server.queries.ts';
export { ServerError, type ServerErrorCode } from './server-error.ts';
export { throwAwaySettings, type ServerSettings } from './settings.ts';
export type { ServerExit } from './launch.ts';
export type { RunAs } from './run-as.ts';
