/** Refused records that workers give into the office's hands: they wait, with what the worker says, among those on hold. */
import { newId } from '@huhudao/protocol';
import type { ApplyRecords } from '../http/records.ts';
import * as queries from './quarantine.queries.ts';

export const handOverRecords: ApplyRecords<'handOverRecord'> = async (tx, records) => {
  // Of a record that was handed over twice in one batch the later word stands: one statement may not touch a row twice.
  const latest = new Map(
    records
      .toSorted((a, b) => a.sequence - b.sequence)
      .map(({ payload }) => [`${payload.recordId} ${payload.problemCode}`, payload]),
  );
  const rows = [...latest.values()].map(({ recordId, problemCode, note, record }) => ({
    id: newId(),
    recordId,
    kind: typeof record['kind'] === 'string' ? record['kind'].slice(0, 40) : null,
    problemCode,
    note: note ?? null,
    body: record,
  }));
  const { personId, deviceId } = tx.actor;
  await queries.handOver(tx.sql, tx.streetId, rows, { personId, deviceId, at: tx.at });
  return records.map(({ id }) => ({ id, result: 'accepted' }));
};
