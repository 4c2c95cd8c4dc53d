/** Corrects visits: the visit stays as it was written, the amendment names it, and the door's standing follows. */
import { must, refuseOutcome } from '@huhudao/domain';
import { validateAnswers } from '@huhudao/questionnaire';
import { answerRefusal } from '../http/answer-refusal.ts';
import { listDoorFacts } from '../http/facts.queries.ts';
import { doorKey } from '../http/facts.ts';
import { refused, type ApplyRecords, type ClaimedRecord, type RecordResult } from '../http/records.ts';
import type { StreetTx } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import { insertAmendments, listAmendable, type AmendableVisit } from './amend-visits.queries.ts';
import { standingRow } from './record-visits.ts';
import { updateStandings } from './record-visits.queries.ts';

type Amendment = ClaimedRecord<'amendVisit'>;

export function amendVisits(versions: VersionReader): ApplyRecords<'amendVisit'> {
  return async (tx, records) => {
    const ids = records.map((record) => record.payload.visitId);
    const visits = new Map((await listAmendable(tx.sql, tx.streetId, ids)).map((visit) => [visit.id, visit]));
    const results: RecordResult[] = [];
    const accepted: Amendment[] = [];
    for (const record of records) {
      const refusal = await refuse(tx, record, visits.get(record.payload.visitId), versions);
      if (refusal === undefined) accepted.push(record);
      results.push(refusal ?? { id: record.id, result: 'accepted' });
    }
    if (accepted.length > 0) await write(tx, accepted, visits);
    return results;
  };
}

/** Only who made a visit may correct it, and only while the round is open. */
async function refuse(
  tx: StreetTx,
  { id, payload }: Amendment,
  visit: AmendableVisit | undefined,
  versions: VersionReader,
): Promise<RecordResult | undefined> {
  if (visit === undefined || visit.personId !== tx.actor.personId) return refused(id, 'visitUnknown');
  if (visit.state !== 'open') return refused(id, 'roundNotOpen');
  const rule = payload.outcome === undefined ? undefined : refuseOutcome(payload.outcome, visit);
  if (rule !== undefined) return refused(id, rule);
  if (payload.formAnswers === undefined) return undefined;
  const form = must(await versions.get(tx.sql, visit.formHash), 'the visit form of a stored visit');
  const validation = validateAnswers(form, payload.formAnswers, { complete: false });
  return validation.ok ? undefined : answerRefusal(id, validation.problems);
}

async function write(
  tx: StreetTx,
  accepted: readonly Amendment[],
  visits: ReadonlyMap<string, AmendableVisit>,
): Promise<void> {
  const rows = accepted.map(({ id, payload }) => ({
    id,
    visitId: payload.visitId,
    outcome: payload.outcome ?? null,
    formAnswers: payload.formAnswers ?? null,
    topics: payload.topics ?? null,
    reason: payload.reason,
  }));
  await insertAmendments(tx.sql, tx.streetId, rows, {
    ...tx.actor,
    receivedAt: tx.at,
    changeNumber: tx.changeNumber,
  });
  const touched = new Map(
    accepted.map(({ payload }) => {
      const visit = must(visits.get(payload.visitId), 'an amended visit');
      return [doorKey(visit), visit];
    }),
  );
  const facts = await listDoorFacts(tx.sql, tx.streetId, [...touched.values()]);
  const standings = facts.map((door) =>
    standingRow(door, door, must(touched.get(doorKey(door)), 'an amended door').attemptsWanted),
  );
  await updateStandings(tx.sql, tx.streetId, standings, tx.changeNumber);
}
