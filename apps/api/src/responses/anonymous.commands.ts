/**
 * Anonymous responses: stored with community and round only, in batches, in an order of their own. The audit
 * records how many came, and nothing else; claims keep id and content hash, so that a retry has one effect.
 */
import { randomInt } from 'node:crypto';
import {
  anonymousBatchMinimum,
  anonymousResponse,
  newRandomId,
  Problem,
  type AnonymousResponse,
  type MutationResult,
} from '@huhudao/protocol';
import { validateAnswers, type Answers, type CompiledVersion } from '@huhudao/questionnaire';
import { openJson } from '@huhudao/outbox/open';
import { answerRefusal } from '../http/answer-refusal.ts';
import { refused, type RecordResult } from '../http/records.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import { answerTaken, contentHashOf } from './anonymous-claims.ts';
import * as queries from './responses.queries.ts';
import { rollupRows } from './rollup-rows.ts';

export type AnonymousInput = { responses: readonly unknown[]; versions: VersionReader };
type Checked = { response: AnonymousResponse; answers: Answers; version: CompiledVersion };

/** @throws Problem batchTooSmall: a few alone would stand beside the visits they came with. */
export const recordAnonymous = streetCommand({
  action: 'responses.anonymousReceived',
  withoutActor: true,
  subject: (input: AnonymousInput) => ({ count: input.responses.length }),
  run: async (tx, input): Promise<MutationResult[]> => {
    if (input.responses.length < anonymousBatchMinimum)
      throw new Problem('batchTooSmall', { limit: anonymousBatchMinimum });
    const results: RecordResult[] = [];
    const wellFormed: AnonymousResponse[] = [];
    for (const one of input.responses) {
      const parsed = anonymousResponse.safeParse(one);
      if (parsed.success) wellFormed.push(parsed.data);
      else results.push(refused(idOf(one), 'recordInvalid'));
    }
    const { known, fresh } = await claimAll(tx, wellFormed);
    const { checked, refusals } = await checkAll(tx, fresh, input.versions, 'visitor');
    if (refusals.length > 0)
      await queries.deleteAnonymousClaims(
        tx.sql,
        tx.streetId,
        refusals.map((one) => one.id),
      );
    await store(tx, checked);
    const accepted = checked.map(({ response }): MutationResult => ({ id: response.id, result: 'accepted' }));
    return [...results, ...refusals, ...known, ...accepted];
  },
});

/** Opens what a round's tablets had sealed and counts it with the rest; part of closing the round. */
export async function openSealed(tx: StreetTx, roundId: string, versions: VersionReader): Promise<number> {
  const boxes = await queries.takeSealed(tx.sql, tx.streetId, roundId);
  const opened = await Promise.all(boxes.map(({ sealed }) => open(tx, sealed)));
  // Other ids and another order than they had in the store: nothing tells which box a response came from.
  const responses = shuffled(opened.filter((one) => one !== undefined)).map((one) => ({
    ...one,
    id: newRandomId(),
  }));
  const { checked } = await checkAll(tx, responses, versions, 'store');
  await store(tx, checked);
  if (checked.length < boxes.length)
    tx.deps.log.warn({ lost: boxes.length - checked.length }, 'sealed responses that could not be used');
  return checked.length;
}

async function open(tx: StreetTx, sealed: Uint8Array): Promise<AnonymousResponse | undefined> {
  try {
    const box = Buffer.from(sealed).toString('base64');
    return anonymousResponse.parse(await openJson(tx.deps.keys.sealing.pair, box));
  } catch {
    return undefined;
  }
}

async function claimAll(tx: StreetTx, responses: readonly AnonymousResponse[]) {
  if (responses.length === 0) return { known: [], fresh: [] };
  const claims = responses.map((one) => ({ id: one.id, contentHash: contentHashOf(tx, one) }));
  const free = new Set((await queries.claimAnonymous(tx.sql, tx.streetId, claims)).map((row) => row.id));
  const taken = claims.filter((one) => !free.has(one.id));
  const known = await answerTaken(tx, taken);
  return { known, fresh: responses.filter((one) => free.has(one.id)) };
}

/** Who brings responses: a visitor, who must take part in the round, or the round’s own sealed store. */
type From = 'visitor' | 'store';

async function checkAll(
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

async function store(tx: StreetTx, checked: readonly Checked[]): Promise<void> {
  if (checked.length === 0) return;
  const order = shuffled(checked);
  await queries.insertAnonymous(
    tx.sql,
    tx.streetId,
    order.map((one) => one.response),
  );
  const rows = rollupRows(order.map(({ response, answers, version }) => ({ ...response, answers, version })));
  await queries.addToRollup(tx.sql, tx.streetId, rows);
}

/** Fisher–Yates with the system's randomness: a guessable order would be none. */
function shuffled<T>(list: readonly T[]): T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    const kept = copy[last];
    const moved = copy[other];
    if (kept === undefined || moved === undefined) continue;
    copy[last] = moved;
    copy[other] = kept;
  }
  return copy;
}

function idOf(one: unknown): string {
  const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined;
  return typeof id === 'string' ? id.slice(0, 36) : '00000000-0000-0000-0000-000000000000';
}
