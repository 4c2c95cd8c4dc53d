export * from './anonymous-record.ts';
export type { FailureKind, SyncFailure } from './failures.ts';
export * from './ports.ts';
export * from './record.ts';
export * from './states.ts';
export type * from './storage.ts';
export { everythingReached, type SyncStatus } from './sync-status.ts';
