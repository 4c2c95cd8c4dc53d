/** Records named and confidential responses: checks the answers, counts them in the rollup, raises revisits. */
import { isImplausible, must } from '@huhudao/domain';
import { validateAnswers, type Answers, type CompiledVersion } from '@huhudao/questionnaire';
import { answerRefusal } from '../http/answer-refusal.ts';
import type { DoorFacts, RoundFacts } from '../http/facts.queries.ts';
import { doorKey } from '../http/facts.ts';
import { refused, type ApplyRecords, type ClaimedRecord, type RecordResult } from '../http/records.ts';
import type { StreetTx } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import * as queries from './responses.queries.ts';
import { rollupRows } from './rollup-rows.ts';

type Response = ClaimedRecord<'recordResponse'>;

/** A response that was just stored, as the rules for revisits look at it. */
export type StoredResponse = {
  householdId: string;
  communityId: string;
  roundId: string;
  identityMode: 'named' | 'confidential';
  answers: Answers;
  version: CompiledVersion;
  /** What the resident agreed to pass on. */
  topics: readonly string[];
};

export type ResponseWiring = {
  versions: VersionReader;
  /** Raises the revisits that the rules ask for; in the same transaction. */
  raiseRevisits: (tx: StreetTx, responses: readonly StoredResponse[]) => Promise<void>;
  mayCount: MayCount;
};

/** Whether an anonymous response counts whose resident was shown these tickets of the round before; uses up those that are left. */
export type MayCount = (tx: StreetTx, roundId: string, hashes: readonly string[]) => Promise<boolean>;

type Accepted = { record: Response; row: queries.ResponseRow; answers: Answers; version: CompiledVersion };

/** Who brings responses: a visitor, who must take part in the round, or a resident with a ticket of the round. */
type From = 'visitor' | 'ticket';

export function recordResponses(wiring: ResponseWiring, from: From): ApplyRecords<'recordResponse'> {
  return async (tx, records, { rounds, doors }) => {
    const accepted: Accepted[] = [];
    const results: RecordResult[] = [];
    for (const record of records.toSorted((a, b) => a.sequence - b.sequence)) {
      const round = rounds.get(record.payload.roundId);
      const door = doors.get(doorKey(record.payload));
      const one = await accept(tx, wiring, from, record, round, door);
      if ('result' in one) {
        results.push(one);
        continue;
      }
      accepted.push(one);
      const parallel = door?.hasCounted === true;
      if (door !== undefined) door.hasCounted ||= one.row.counted;
      results.push({ id: record.id, result: parallel ? 'parallel' : 'accepted' });
    }
    if (accepted.length > 0) await write(tx, accepted);
    // A revisit would tell others of an assessor's sample.
    const followed = accepted.filter(({ row }) => rounds.get(row.roundId)?.assessed === false);
    if (followed.length > 0) await wiring.raiseRevisits(tx, followed.map(storedOf));
    return results;
  };
}

async function accept(
  tx: StreetTx,
  { versions }: ResponseWiring,
  from: From,
  record: Response,
  round: RoundFacts | undefined,
  door: DoorFacts | undefined,
): Promise<Accepted | RecordResult> {
  const { payload, id, clock } = record;
  if (round === undefined) return refused(id, 'roundUnknown');
  if (round.state !== 'open' || round.openedAt === null) return refused(id, 'roundNotOpen');
  if (door === undefined) return refused(id, 'householdUnknown');
  if (from === 'visitor' && round.teamIds.length === 0) return refused(id, 'notAssigned');
  // The resident agreed by the same clock that the record was frozen by.
  const consent = { ...clock, deviceTime: payload.consentedAt };
  if (isImplausible(clock, round.openedAt) || isImplausible(consent, round.openedAt))
    return refused(id, 'implausibleTime');
  const version = await versions.get(tx.sql, payload.versionHash);
  if (version === undefined) return refused(id, 'versionUnknown');
  if (payload.versionHash !== round.questionnaireHash) return refused(id, 'questionnaireMismatch');
  const validation = validateAnswers(version, payload.answers, { complete: payload.complete });
  if (!validation.ok) return answerRefusal(id, validation.problems);
  const { topics: _topics, ...stored } = payload;
  const row = {
    ...stored,
    id,
    communityId: door.communityId,
    counted: !door.hasCounted,
    receivedAt: clock.receivedAt,
  };
  return { record, row, answers: validation.answers, version };
}

async function write(tx: StreetTx, accepted: readonly Accepted[]): Promise<void> {
  const stored = accepted.map((one) => one.row);
  tx.send(queries.insertResponses(tx.sql, tx.streetId, stored));
  const counted = accepted.filter((one) => one.row.counted);
  const rows = rollupRows(counted.map(({ row, answers, version }) => ({ ...row, answers, version })));
  if (rows.length > 0) tx.send(queries.addToRollup(tx.sql, tx.streetId, rows));
}

function storedOf({ record, row, answers, version }: Accepted): StoredResponse {
  const { householdId, roundId, identityMode, topics } = record.payload;
  return {
    householdId,
    roundId,
    identityMode,
    topics,
    communityId: must(row.communityId, 'community'),
    answers,
    version,
  };
}
