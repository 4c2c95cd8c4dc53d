/** What an anonymous response must be to be stored; asked when it arrives, and again when its box is opened for good. */
import type { AnonymousResponse } from '@huhudao/protocol';
import { validateAnswers, type Answers, type CompiledVersion } from '@huhudao/questionnaire';
import { answerRefusal } from '../http/answer-refusal.ts';
import { refused, type RecordResult } from '../http/records.ts';
import type { StreetTx } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import * as queries from './responses.queries.ts';

export type Checked = { response: AnonymousResponse; answers: Answers; version: CompiledVersion };

/**
 * Who brings responses: a visitor, who must take part in the round, a resident with a ticket of the round, or the
 * round’s own sealed store.
 */
type From = 'visitor' | 'ticket' | 'store';

/** Checks each response against its round and the compiled version of its questionnaire. */
export async function checkAll(
  tx: StreetTx,
  responses: readonly AnonymousResponse[],
  versions: VersionReader,
  from: From,
) {
  const checked: Checked[] = [];
  const refusals: RecordResult[] = [];
  if (responses.length === 0) return { checked, refusals };
  const roundIds = [...new Set(responses.map((one) => one.roundId))];
  const rounds = new Map(
    (await queries.listResponseRounds(tx.sql, tx.streetId, roundIds, tx.actor.personId)).map((round) => [
      round.id,
      round,
    ]),
  );
  for (const response of responses) {
    const round = rounds.get(response.roundId);
    const stranger = from === 'visitor' && round !== undefined && !round.takesPart;
    const one = stranger ? refused(response.id, 'notAssigned') : await check(tx, response, round, versions);
    if ('result' in one) refusals.push(one);
    else checked.push(one);
  }
  return { checked, refusals };
}

async function check(
  tx: StreetTx,
  response: AnonymousResponse,
  round: queries.ResponseRound | undefined,
  versions: VersionReader,
): Promise<Checked | RecordResult> {
  const { id } = response;
  if (round === undefined) return refused(id, 'roundUnknown');
  if (round.state !== 'open') return refused(id, 'roundNotOpen');
  if (!round.communityIds.includes(response.communityId)) return refused(id, 'householdUnknown');
  const version = await versions.get(tx.sql, response.versionHash);
  if (version === undefined) return refused(id, 'versionUnknown');
  if (response.versionHash !== round.questionnaireHash) return refused(id, 'questionnaireMismatch');
  const validation = validateAnswers(version, response.answers, { complete: response.complete });
  return validation.ok
    ? { response, answers: validation.answers, version }
    : answerRefusal(id, validation.problems);
}
