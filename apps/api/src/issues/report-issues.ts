/** Records what residents want put right, as tablets send it. */
import { isImplausible, must, occurrenceOf } from '@huhudao/domain';
import { refused, type ApplyRecords, type ClaimedRecord, type RecordResult } from '../http/records.ts';
import type { StreetTx } from '../http/transaction.ts';
import * as queries from './report-issues.queries.ts';

type Report = ClaimedRecord<'reportIssue'>;

/**
 * A wish is never refused for being late: whether the round has ended, or the door went to another team meanwhile, it is
 * the resident's. Only the community must be one its sender works in.
 */
export const reportIssues: ApplyRecords<'reportIssue'> = async (tx, records, { reportsIn }) => {
  const doors = await doorsOf(tx, records);
  const results: RecordResult[] = [];
  const rows: queries.IssueRow[] = [];
  for (const record of records) {
    const communityId = doors.get(record.id);
    if (communityId === undefined || !reportsIn.includes(communityId)) {
      results.push(refused(record.id, 'issueHouseholdUnknown'));
      continue;
    }
    if (isImplausible(record.clock, aYearBefore(record.clock.receivedAt))) {
      results.push(refused(record.id, 'implausibleTime'));
      continue;
    }
    rows.push(rowOf(record, communityId));
    results.push({ id: record.id, result: 'accepted' });
  }
  write(tx, rows, records);
  return results;
};

/** No tablet keeps what it could not send for longer. */
const aYearBefore = (instant: string): string =>
  new Date(Date.parse(instant) - 365 * 86_400_000).toISOString();

/** The community of each record's door, by the record's id; a round must have the door on its list. */
async function doorsOf(tx: StreetTx, records: readonly Report[]): Promise<Map<string, string>> {
  const named = records.map(({ id, payload }) => ({
    id,
    householdId: payload.householdId,
    roundId: payload.roundId ?? null,
  }));
  const found = await queries.listReportedDoors(tx.sql, tx.streetId, named, tx.actor.personId);
  return new Map(found.map((door) => [door.id, door.communityId]));
}

function rowOf({ id, payload, clock }: Report, communityId: string): queries.IssueRow {
  const { occurredAt, visitedOn } = occurrenceOf(clock);
  return {
    id,
    householdId: payload.householdId,
    communityId,
    roundId: payload.roundId ?? null,
    category: payload.category,
    note: payload.note.trim(),
    mayNameDoor: payload.mayNameDoor,
    reportedAt: occurredAt,
    reportedOn: visitedOn,
    receivedAt: clock.receivedAt,
  };
}

function write(tx: StreetTx, rows: readonly queries.IssueRow[], records: readonly Report[]): void {
  if (rows.length === 0) return;
  const personId = must(tx.actor.personId, 'the person of an issue');
  const by = { personId, deviceId: tx.actor.deviceId, changeNumber: tx.changeNumber };
  tx.send(queries.insertIssues(tx.sql, tx.streetId, rows, by));
  const written = new Set(rows.map((row) => row.id));
  const photos = records
    .filter((record) => written.has(record.id))
    .flatMap(({ id, payload }) =>
      payload.photos.map((photo, position) => ({ issueId: id, position, ...photo })),
    );
  if (photos.length > 0) tx.send(queries.insertIssuePhotos(tx.sql, tx.streetId, photos));
}
