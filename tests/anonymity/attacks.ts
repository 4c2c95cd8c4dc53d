/**
 * Ways to tie an anonymous response to the visit it came from. Each lays responses and visits of one round and community
 * in an order, and pairs them: where the order of the one tells anything of the order of the other, more pairs are right
 * than by chance. No attack reads an answer.
 */
import type { AuditTrace, ResponseTrace, VisitTrace } from './evidence.queries.ts';

export type Evidence = { responses: ResponseTrace[]; visits: VisitTrace[]; audit: AuditTrace[] };

/** A response, the door it is held to come from, and all the doors it might come from for all the attack knows. */
export type Guess = { mark: string; householdId: string; crowd: readonly string[] };

type Order = (response: ResponseTrace, evidence: Evidence) => readonly number[];

/** By what a response is put in order; visits are in the order in which the server received them. */
const orders: Record<string, Order> = {
  'place in the table': ({ place }) => [place],
  'place of the claim': ({ claimPlace, place }) => [claimPlace ?? place],
  transaction: ({ xid, place }) => [Number(xid), place],
  'transaction of the claim': ({ claimXid, claimPlace, xid }) => [Number(claimXid ?? xid), claimPlace ?? 0],
  'audit entry of the same transaction': (response, { audit }) => [
    audit.find(({ xid }) => xid === response.xid)?.number ?? 0,
    response.place,
  ],
  identifier: ({ id }) => [Number.parseInt(id.slice(0, 8), 16)],
};

export const attacks: Record<string, (evidence: Evidence) => Guess[]> = {
  ...Object.fromEntries(
    Object.entries(orders).map(([name, order]) => [name, (evidence: Evidence) => pairAll(evidence, order)]),
  ),
  'batches by the counts in the audit': byAuditCounts,
};

function pairAll(evidence: Evidence, order: Order): Guess[] {
  const visits = Map.groupBy(evidence.visits, groupOf);
  return [...Map.groupBy(evidence.responses, groupOf)].flatMap(([group, responses]) => {
    const received = (visits.get(group) ?? []).toSorted(byArrival);
    const keyed = responses.map((response) => ({ response, key: order(response, evidence) }));
    const inOrder = keyed.toSorted((a, b) => compare(a.key, b.key)).map(({ response }) => response);
    return pairs(inOrder, received);
  });
}

/**
 * Cuts the table into batches by the counts the audit holds, gives each to the tablet that pushed last before it, and
 * within it follows that tablet's visits that have no answer yet.
 */
function byAuditCounts({ responses, visits, audit }: Evidence): Guess[] {
  const open = visits.toSorted(byArrival);
  const inPlace = Map.groupBy(
    responses.toSorted((a, b) => a.place - b.place),
    groupOf,
  );
  const guesses: { response: ResponseTrace; householdId: string }[] = [];
  let device: string | null = null;
  for (const entry of audit) {
    if (entry.deviceId !== null) device = entry.deviceId;
    if (entry.action !== 'responses.anonymousReceived') continue;
    const theirs = open.filter((visit) => visit.deviceId === device).slice(0, entry.subject.count);
    for (const visit of theirs) {
      const response = inPlace.get(groupOf(visit))?.shift();
      open.splice(open.indexOf(visit), 1);
      if (response !== undefined) guesses.push({ response, householdId: visit.householdId });
    }
  }
  // Visits that the counts do not reach yet are known to have no answer in the table.
  const reached = Map.groupBy(guesses, ({ response }) => groupOf(response));
  return guesses.map(({ response, householdId }) => {
    const crowd = (reached.get(groupOf(response)) ?? []).map((guess) => guess.householdId);
    return { mark: response.mark, householdId, crowd };
  });
}

function pairs(responses: readonly ResponseTrace[], visits: readonly VisitTrace[]): Guess[] {
  const crowd = visits.map(({ householdId }) => householdId);
  return responses.flatMap(({ mark }, index) => {
    // Where fewer responses than visits are there yet, the ranks are stretched over all of them.
    const visit = visits[Math.floor(((index + 0.5) / responses.length) * visits.length)];
    return visit === undefined ? [] : [{ mark, householdId: visit.householdId, crowd }];
  });
}

export const groupOf = ({ roundId, communityId }: { roundId: string; communityId: string }): string =>
  `${roundId} ${communityId}`;

const byArrival = (a: VisitTrace, b: VisitTrace): number =>
  compare([Date.parse(a.receivedAt), a.sequence], [Date.parse(b.receivedAt), b.sequence]);

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
