/** Responses that residents send from their own phones; the ticket they come with was checked before. */
import { occurrenceOf, type LinkedMode, type Topic } from '@huhudao/domain';
import { sealJson } from '@huhudao/outbox';
import { newId, newRandomId, Problem, type Answers } from '@huhudao/protocol';
import { validateAnswers, wishesOf } from '@huhudao/questionnaire';
import { readFacts } from '../http/facts.ts';
import type { ClaimedRecord, RecordResult } from '../http/records.ts';
import type { StreetTx } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import { checkAll } from './check-anonymous.ts';
import { recordResponses, type ResponseWiring } from './record-responses.ts';
import { storeBoxes } from './store-anonymous.ts';

type Given = { roundId: string; versionHash: string; complete: boolean; answers: Answers };

export type OwnLinked = Given & {
  householdId: string;
  identityMode: LinkedMode;
  /** By the phone’s clock, as is `sentAt`. */
  consentedAt: string;
  sentAt: string;
};

/**
 * Records a named or confidential response as one that a tablet sends: counted once a household and round, in the
 * rollup, and before the rules for revisits. @throws Problem where it is refused; nothing is written then.
 */
export function recordOwnLinked(wiring: ResponseWiring) {
  const record = recordResponses(wiring, 'ticket');
  return async (tx: StreetTx, { sentAt, ...given }: OwnLinked): Promise<void> => {
    const { at } = tx;
    const consent = { deviceTime: given.consentedAt, sentAt, receivedAt: at };
    const payload = {
      ...given,
      completionMode: 'ownDevice' as const,
      consentedAt: occurrenceOf(consent).occurredAt,
      topics: await topicsAgreedOn(tx, wiring.versions, given),
    };
    const claimed: ClaimedRecord<'recordResponse'> = {
      id: newId(),
      kind: 'recordResponse',
      sequence: 1,
      payload,
      clock: { deviceTime: at, sentAt: at, receivedAt: at },
    };
    refuse(await record(tx, [claimed], await readFacts(tx, [claimed], { visitsIn: [], reportsIn: [] })));
  };
}

/** Topics go with a response only where the resident asked to be contacted about them. */
async function topicsAgreedOn(tx: StreetTx, versions: VersionReader, given: Given): Promise<Topic[]> {
  const version = await versions.get(tx.sql, given.versionHash);
  if (version === undefined) throw new Problem('versionUnknown');
  const read = validateAnswers(version, given.answers, given);
  if (!read.ok) return [];
  const wishes = wishesOf(version, read.answers);
  return wishes.wantsContact ? wishes.topics : [];
}

/**
 * Puts an anonymous response into the sealed store, as a box sealed to the server’s own key: one that arrives alone
 * would else stand beside the visit it came with. It is opened, shuffled with the others, when the round closes. Its id is made
 * here and stands nowhere else. @throws Problem where it could not be counted then; nothing is written.
 */
export async function sealOwnAnonymous(
  tx: StreetTx,
  versions: VersionReader,
  given: Given & { communityId: string },
): Promise<void> {
  const response = { id: newRandomId(), ...given, completionMode: 'ownDevice' as const };
  refuse((await checkAll(tx, [response], versions, 'ticket')).refusals);
  const box = await sealJson(tx.deps.keys.sealing.publicKey, response);
  await storeBoxes(tx, [{ id: response.id, roundId: given.roundId, box }]);
}

function refuse(results: readonly RecordResult[]): void {
  for (const one of results) if (one.result === 'rejected') throw new Problem(one.code, one.details);
}
