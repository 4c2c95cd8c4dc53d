/** Raises revisits by the rules in force. A rule looks at answers only where the resident chose to be named. */
import { addDays, dayOf, type Outcome, type RevisitReason } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import {
  evaluateCondition,
  questionsInCondition,
  wishesOf,
  type Answers,
  type CompiledVersion,
} from '@huhudao/questionnaire';
import type { StreetTx } from '../http/transaction.ts';
import {
  endAttemptsLeft,
  handOverAttemptsLeft,
  insertRevisits,
  listRulesInForce,
  settleAttemptsLeft,
  type RaisedRow,
  type RuleRow,
} from './raise.queries.ts';

/** What the rules may look at of a response. */
export type RuledResponse = {
  householdId: string;
  communityId: string;
  roundId: string;
  identityMode: 'named' | 'confidential';
  answers: Answers;
  version: CompiledVersion;
  topics: readonly string[];
};

/** How a door stands after visits were recorded. */
export type RuledDoor = {
  householdId: string;
  communityId: string;
  roundId: string;
  outcome: Outcome | null;
  settled: boolean;
  attempts: number;
};

export async function raiseFromResponses(tx: StreetTx, responses: readonly RuledResponse[]): Promise<void> {
  const rules = await listRulesInForce(tx.sql, dayOf(tx.at));
  const rows = responses.flatMap((response) =>
    rules.filter((rule) => flags(rule, response)).map((rule) => rowOf(tx, rule, response, response.topics)),
  );
  await insert(tx, rows);
}

/**
 * A confidential response is looked at for one thing: whether the resident asks for somebody to come. An anonymous
 * one never comes here.
 */
export function flags(
  rule: Pick<RuleRow, 'reason' | 'compiled'>,
  response: Pick<RuledResponse, 'identityMode' | 'answers' | 'version'>,
): boolean {
  if (rule.reason === 'residentAsked') return wishesOf(response.version, response.answers).wantsContact;
  if (rule.reason !== 'lowSatisfaction' || rule.compiled === null || response.identityMode !== 'named')
    return false;
  const asked = new Set(response.version.questions.map((question) => question.name));
  // A rule about an item that this questionnaire does not ask says nothing about it.
  return (
    questionsInCondition(rule.compiled).every((name) => asked.has(name)) &&
    evaluateCondition(rule.compiled, response.answers)
  );
}

/** Nobody was met, and attempts are left: somebody should come at another time. */
export async function raiseFromVisits(tx: StreetTx, doors: readonly RuledDoor[]): Promise<void> {
  const settled = doors
    .filter((door) => door.settled || !nobodyMet(door.outcome))
    .map((door) => door.householdId);
  if (settled.length > 0) tx.send(settleAttemptsLeft(tx.sql, tx.streetId, settled, tx.at, tx.changeNumber));
  const open = doors.filter((door) => !door.settled && nobodyMet(door.outcome));
  if (open.length === 0) return;
  const rules = (await listRulesInForce(tx.sql, dayOf(tx.at))).filter(
    (rule) => rule.reason === 'attemptsLeft',
  );
  await insert(
    tx,
    open.flatMap((door) => rules.map((rule) => rowOf(tx, rule, door, []))),
  );
}

/** The cause on record where a round ended before anybody was met. */
const roundEnded = '本轮走访结束时仍未遇到人。';

/** Attempts end with their round: a flag that stayed would keep the next round's from being raised. Answers how many. */
export async function endWithRound(tx: StreetTx, roundId: string): Promise<number> {
  const { at, changeNumber } = tx;
  await handOverAttemptsLeft(tx.sql, tx.streetId, roundId, changeNumber);
  const by = { at, personId: tx.actor.personId, changeNumber };
  return (await endAttemptsLeft(tx.sql, tx.streetId, roundId, roundEnded, by)).count;
}

const nobodyMet = (outcome: Outcome | null): boolean => outcome === 'notHome' || outcome === 'noAccess';

async function insert(tx: StreetTx, rows: readonly RaisedRow[]): Promise<void> {
  // One row a household and reason: two would meet in one statement.
  const distinct = new Map<string, RaisedRow>();
  for (const row of rows) {
    const key = `${row.householdId} ${row.reason satisfies RevisitReason}`;
    const topics = [...new Set([...(distinct.get(key)?.topics ?? []), ...row.topics])];
    distinct.set(key, { ...row, topics });
  }
  if (distinct.size === 0) return;
  const { at, changeNumber } = tx;
  await insertRevisits(tx.sql, tx.streetId, [...distinct.values()], { at, personId: null, changeNumber });
}

function rowOf(
  tx: StreetTx,
  rule: RuleRow,
  from: { householdId: string; communityId: string; roundId: string },
  topics: readonly string[],
): RaisedRow {
  return {
    id: newId(),
    householdId: from.householdId,
    communityId: from.communityId,
    roundId: from.roundId,
    reason: rule.reason,
    ruleId: rule.id,
    ruleVersion: rule.version,
    dueOn: addDays(dayOf(tx.at), rule.dueDays),
    priority: rule.priority,
    topics,
  };
}
