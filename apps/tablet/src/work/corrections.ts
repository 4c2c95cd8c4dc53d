import type { FrozenRecord, RecordSummary, Work } from '@huhudao/outbox';
import { mutationPayloads, newId } from '@huhudao/protocol';
import type { Draft, HeldWork, LocalPart } from '../local/work.types.ts';
import { newDraft } from './draft.ts';
import { doorRefOf } from './record-visit.ts';
import type { Door, RoundView } from './round-view.ts';

/** Refused records somebody has to look at, without those whose correction is saved already. */
export function refusedRecords(
  records: readonly RecordSummary[],
  held: readonly Pick<HeldWork, 'work'>[],
): RecordSummary[] {
  const taken = new Set(held.map(({ work }) => work.corrects));
  return records.filter(
    ({ id, state, correctedBy }) => state === 'needsAttention' && correctedBy === null && !taken.has(id),
  );
}

/**
 * A refused visit as a draft to put right: everything as it was recorded, at the summary, from where one can go back.
 * Its answers are none of its business; they went, or were refused, as a record of their own.
 * @throws where the record is no visit that can still be read.
 */
export function correctionOf(record: FrozenRecord, view: RoundView, door: Door): Draft {
  if (record.content.form !== 'readable') throw new Error('A confirmed record is amended, not corrected');
  const visit = mutationPayloads.recordVisit.parse(record.content.payload);
  const fresh = newDraft(doorRefOf(view, door.household), view.round, door.household, record.deviceTime);
  return {
    ...fresh,
    corrects: record.id,
    step: 'present',
    questionnaire: null,
    present: visit.present,
    companionIds: visit.companionIds,
    completionMode: visit.completionMode ?? null,
    topics: visit.topics,
    form: { ...fresh.form, hash: visit.formHash, answers: visit.formAnswers },
    outcome: visit.outcome,
    appointment: visit.appointment ?? null,
  };
}

/**
 * Gives a refused record into the office's hands, word for word, with what the worker says to it. The refused one stays
 * on the tablet as any that was corrected.
 * @throws where it has no reason or cannot be read: then nobody refused it.
 */
export function handOverWork(record: FrozenRecord, note: string): Work<LocalPart> {
  const { id, streetId, sequence, deviceTime, kind, content, lastError, label } = record;
  if (content.form !== 'readable' || lastError === null)
    throw new Error('Only a refused record is handed over');
  const said = note.trim();
  const payload = {
    recordId: id,
    problemCode: lastError.code,
    ...(said === '' ? {} : { note: said }),
    record: { id, sequence, deviceTime, kind, payload: content.payload },
  };
  return {
    streetId,
    mutations: [{ id: newId(), kind: 'handOverRecord', payload, label }],
    corrects: id,
    local: { own: [], heldIds: [], draftIds: [] },
  };
}
