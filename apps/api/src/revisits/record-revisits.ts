/** What workers bring back from a revisit: cause found, what was explained, what was promised. */
import { canBecome, waitingStates } from '@huhudao/domain';
import { refused, type ApplyRecords, type RecordResult } from '../http/records.ts';
import { listRecordable, updateRecorded } from './record-revisits.queries.ts';

export const recordRevisits: ApplyRecords<'recordRevisit'> = async (tx, records) => {
  const ids = records.map((record) => record.payload.revisitId);
  const known = new Map(
    (await listRecordable(tx.sql, tx.streetId, ids, tx.actor.personId)).map((row) => [row.id, row]),
  );
  const results: RecordResult[] = [];
  for (const { id, payload } of records.toSorted((a, b) => a.sequence - b.sequence)) {
    const revisit = known.get(payload.revisitId);
    if (revisit === undefined || !revisit.mine) {
      results.push(refused(id, 'notAssigned'));
      continue;
    }
    if (!canBecome(revisit.state, payload.state)) {
      results.push(refused(id, 'revisitStateWrong'));
      continue;
    }
    revisit.state = payload.state;
    const { cause = null, explanation = null, promise = null, state } = payload;
    const ended = !waitingStates.includes(state);
    await updateRecorded(
      tx.sql,
      tx.streetId,
      { id: revisit.id, state, cause, explanation, promise },
      { personId: tx.actor.personId, at: tx.at, ended, changeNumber: tx.changeNumber },
    );
    results.push({ id, result: 'accepted' });
  }
  return results;
};
