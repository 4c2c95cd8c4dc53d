/**
 * Ways to tie an anonymous response to the visit it came from. Each lays responses and visits of one round and community
 * in an order, and pairs them: where the order of the one tells anything of the order of the other, more pairs are right
 * than by chance. Boxes in the sealed store and used tickets are laid against visits in the same way, and so are the
 * issues that were reported at the same doors. No attack reads an answer.
 */
import type { CompletionMode } from '@huhudao/domain';
import { markOf } from './secrets.ts';
import type { AuditTrace, Trace, VisitTrace } from './evidence.queries.ts';

/** A trace whose truth the test knows. */
export type Marked = Trace & { mark: string };

export type Evidence = {
  responses: (Marked & { completionMode: CompletionMode })[];
  boxes: Marked[];
  tickets: Marked[];
  visits: VisitTrace[];
  audit: AuditTrace[];
  /** Doors whose resident answered on their own phone: a neighbour may have seen it, and the attacks are told. */
  phones: ReadonlySet<string>;
};

/** A response, the door it is held to come from, and all the doors it might come from for all the attack knows. */
export type Guess = { mark: string; householdId: string; crowd: readonly string[] };

type Order = (trace: Trace, evidence: Evidence) => readonly number[];
type VisitOrder = (visit: VisitTrace) => readonly number[];

/** By what a trace is put in order. */
const orders = {
  'place in the table': ({ place }) => [place],
  // Whatever has no claim came another way than the others, and at another time.
  'place of the claim': ({ claimPlace, place }) => [claimPlace === null ? 1 : 0, claimPlace ?? place],
  transaction: ({ xid, place }) => [Number(xid), place],
  'transaction of the claim': ({ claimXid, claimPlace, xid }) => [Number(claimXid ?? xid), claimPlace ?? 0],
  'audit entry of the same transaction': ({ xid, place }, { audit }) => [
    audit.find((entry) => entry.xid === xid)?.number ?? 0,
    place,
  ],
  identifier: ({ id }) => [Number.parseInt(id.slice(0, 8), 16)],
} satisfies Record<string, Order>;

const ordersOfRows = ['place in the table', 'transaction', 'identifier'] as const;

const asReceived: VisitOrder = ({ receivedAt, sequence }) => [Date.parse(receivedAt), sequence];

/** By what a visit with an issue is put in order. */
const ordersOfIssues: Record<string, VisitOrder> = {
  transactions: ({ issue }) => [Number(issue?.xid), issue?.place ?? 0],
  claims: ({ issue }) => [issue?.claimPlace ?? 0],
  'change numbers': ({ issue }) => [issue?.changeNumber ?? 0, issue?.place ?? 0],
};

type Attack = (evidence: Evidence) => Guess[];

export const attacks: Record<string, Attack> = {
  ...named(Object.keys(orders), (name) => name, againstVisits('responses')),
  'batches by the counts in the audit': byAuditCounts,
  ...named(Object.keys(ordersOfIssues), (name) => `issues: ${name}`, againstIssues),
  ...named(ordersOfRows, (name) => `boxes: ${name}`, againstVisits('boxes')),
  ...named(ordersOfRows, (name) => `tickets: ${name}`, againstPhones('tickets')),
  ...named(Object.keys(orders), (name) => `tablets: ${name}`, againstTablets),
  ...named(Object.keys(orders), (name) => `phones: ${name}`, againstPhones('responses')),
};

function named(
  names: readonly string[],
  title: (name: string) => string,
  attack: (name: string) => Attack,
): Record<string, Attack> {
  return Object.fromEntries(names.map((name) => [title(name), attack(name)]));
}

function againstVisits(kind: 'responses' | 'boxes' | 'tickets') {
  return (name: string): Attack => {
    const order: Order = orders[name as keyof typeof orders];
    return (evidence) => pairAll(evidence, evidence[kind], order, { order: asReceived, among: () => true });
  };
}

/** What did not come from phones, against the doors at which none was seen. */
function againstTablets(name: string): Attack {
  return (evidence) => {
    const { responses, visits, phones } = evidence;
    return againstVisits('responses')(name)({
      ...evidence,
      responses: responses.filter(({ completionMode }) => completionMode !== 'ownDevice'),
      visits: visits.filter(({ roundId, householdId }) => !phones.has(markOf(roundId, householdId))),
    });
  };
}

/** What came from phones, against the doors at which a phone was seen. */
function againstPhones(kind: 'responses' | 'tickets') {
  return (name: string): Attack =>
    (evidence) => {
      const { responses, tickets, visits, phones } = evidence;
      const told = {
        ...evidence,
        responses: responses.filter(({ completionMode }) => completionMode === 'ownDevice'),
        visits: visits.filter(({ roundId, householdId }) => phones.has(markOf(roundId, householdId))),
        tickets,
      };
      return againstVisits(kind)(name)(told);
    };
}

/** Responses as they lie, against the doors at which an issue was reported, in the order of the issues. */
function againstIssues(name: string): Attack {
  const order = ordersOfIssues[name] ?? asReceived;
  const among = ({ issue }: VisitTrace): boolean => issue !== null;
  return (evidence) => pairAll(evidence, evidence.responses, orders.transaction, { order, among });
}

function pairAll(
  evidence: Evidence,
  traces: readonly Marked[],
  order: Order,
  visits: { order: VisitOrder; among: (visit: VisitTrace) => boolean },
): Guess[] {
  return [...Map.groupBy(traces, groupOf)].flatMap(([group, those]) => {
    const known = evidence.visits.filter((visit) => groupsOf(visit).includes(group));
    const received = known.filter(visits.among).toSorted((a, b) => compare(visits.order(a), visits.order(b)));
    const keyed = those.map((trace) => ({ trace, key: order(trace, evidence) }));
    const inOrder = keyed.toSorted((a, b) => compare(a.key, b.key)).map(({ trace }) => trace);
    return pairs(
      inOrder,
      received,
      known.map(({ householdId }) => householdId),
    );
  });
}

/**
 * Cuts the table into batches by the counts the audit holds, gives each to the tablet that pushed last before it, and
 * within it follows that tablet's visits that have no answer yet.
 */
function byAuditCounts({ responses, visits, audit, phones }: Evidence): Guess[] {
  const atTablets = visits.filter(({ roundId, householdId }) => !phones.has(markOf(roundId, householdId)));
  const open = atTablets.toSorted((a, b) => compare(asReceived(a), asReceived(b)));
  const inPlace = Map.groupBy(
    responses
      .filter(({ completionMode }) => completionMode !== 'ownDevice')
      .toSorted((a, b) => a.place - b.place),
    groupOf,
  );
  const guesses: { response: Marked; householdId: string }[] = [];
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
  // Visits that the counts do not reach yet are known to have no answer in the table, unless more came another way.
  const reached = Map.groupBy(guesses, ({ response }) => groupOf(response));
  return guesses.map(({ response, householdId }) => {
    const group = groupOf(response);
    const more = (inPlace.get(group) ?? []).length > 0;
    const among = more ? atTablets.filter((visit) => groupOf(visit) === group) : (reached.get(group) ?? []);
    return { mark: response.mark, householdId, crowd: among.map((one) => one.householdId) };
  });
}

function pairs(traces: readonly Marked[], visits: readonly VisitTrace[], crowd: readonly string[]): Guess[] {
  return traces.flatMap(({ mark }, index) => {
    // Where fewer responses than visits are there yet, the ranks are stretched over all of them.
    const visit = visits[Math.floor(((index + 0.5) / traces.length) * visits.length)];
    return visit === undefined ? [] : [{ mark, householdId: visit.householdId, crowd }];
  });
}

/** Boxes and tickets name no community: they are laid against the visits of the whole round. */
const groupOf = ({ roundId, communityId }: Pick<Trace, 'roundId' | 'communityId'>): string =>
  communityId === null ? roundId : `${roundId} ${communityId}`;

const groupsOf = ({ roundId, communityId }: VisitTrace): string[] => [roundId, `${roundId} ${communityId}`];

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
