import type { RecordChange } from './record.ts';
import type { Settlement, SyncMarks } from './storage.ts';

/** The marks of a store that never met a server. */
export const noMarks: SyncMarks = {
  epoch: null,
  lastConfirmedAt: null,
  lastContactAt: null,
  anonymousNotBefore: null,
  recordsNotBefore: null,
  photosNotBefore: null,
  anonymousPutOffSince: null,
  remainderDueAt: null,
};

/** The marks once a reply was taken in; what a store writes in `settle`. */
export function marksAfter(
  marks: SyncMarks,
  { epoch, receivedAt, records, anonymous, photos = [] }: Settlement,
): SyncMarks {
  const confirming = ['acknowledged', 'acknowledgedParallel'];
  const confirms = [...records, ...anonymous, ...photos].some(({ event }) => confirming.includes(event));
  const lastConfirmedAt = confirms ? receivedAt : marks.lastConfirmedAt;
  return { ...marks, epoch, lastContactAt: receivedAt, lastConfirmedAt };
}

/**
 * The changes of records that a store applies in `settle`. A server that turns out to be restored may have refused a record
 * for want of what it lost, and was not offered again yet: nothing is settled by that, and the record is offered anew. What it tells
 * of visits that were met it tells again.
 */
export function recordsAfter(
  { records, met = [], receivedAt }: Settlement,
  restored: boolean,
): readonly RecordChange[] {
  if (restored)
    return records.map((change) => (change.event === 'rejected' ? { ...change, event: 'unclear' } : change));
  const told = met.map((id) => ({ id, event: 'acknowledgedParallel' as const, at: receivedAt }));
  return [...records, ...told];
}
