import { expect } from 'vitest';
import { findings } from './oracle.ts';
import type { FaultStand } from './stand.ts';
import type { WorkerTablet } from './worker-tablet.ts';

/** What of all that the screens have said is not so, at this moment. */
export const findingsNow = ({ api, street, ledger }: FaultStand): Promise<string[]> =>
  findings({ sql: api.sql, streetId: street.streetId, ledger });

/**
 * How every scenario ends: the tablet says that all was sent, the office has each of what was called saved once and as
 * it was, of this scenario and of those before it, and what was begun can be gone on with.
 */
export async function expectAllArrived(stand: FaultStand, tablet: WorkerTablet): Promise<void> {
  await tablet.untilAllSent();
  expect(await findingsNow(stand)).toEqual([]);
  const begun = stand.ledger.drafts.get(tablet.worker.name) ?? new Set();
  expect(new Set(await tablet.draftsOnScreen())).toEqual(begun);
}
