import { expect } from 'vitest';
import { findings } from './oracle.ts';
import type { FaultStand } from './stand.ts';
import type { WorkerTablet } from './worker-tablet.ts';

/**
 * How every scenario ends: the tablet says that all was sent, the office has each of what was called saved once and as
 * it was, of this scenario and of those before it, and what was begun can be gone on with.
 */
export async function expectAllArrived(
  { api, street, ledger }: FaultStand,
  tablet: WorkerTablet,
): Promise<void> {
  await tablet.untilAllSent();
  expect(await findings({ sql: api.sql, streetId: street.streetId, ledger })).toEqual([]);
  const begun = ledger.drafts.get(tablet.worker.name) ?? new Set();
  expect(new Set(await tablet.draftsOnScreen())).toEqual(begun);
}
