import { isConfirmed } from '@huhudao/outbox';
import type { RecordEntry } from '../ledger.ts';
import type { Evidence, Rows } from './oracle.ts';
import * as queries from './oracle.queries.ts';

/** What the office has of a street's records, by the record's id. */
type Office = {
  /** What was stored under each id, once for each time it was stored. */
  readonly effects: ReadonlyMap<string, readonly string[]>;
  readonly cancelledPlans: ReadonlySet<string>;
  readonly acceptedPlans: ReadonlySet<string>;
  readonly revisits: ReadonlyMap<string, string>;
  readonly handedOver: ReadonlySet<string>;
  readonly quarantined: ReadonlyMap<string, readonly string[]>;
};

/** Every record that was called saved is at the office once, or on its tablet with the reason and in quarantine. */
export async function compareRecords(evidence: Evidence): Promise<string[]> {
  const { sql, streetId, ledger, tablets, closed } = evidence;
  const visits = await queries.listVisits(sql, streetId);
  const office = await readOffice(evidence, visits);
  const found = flaggedWrongly(visits);
  for (const entry of ledger.records.values()) found.push(...compare(entry, office, evidence, closed));
  for (const id of office.effects.keys())
    if (!ledger.records.has(id)) found.push('invented: the office has a record nobody made');
  for (const { records } of tablets)
    for (const { id, state } of records.values()) {
      if (state === 'queued' || state === 'sending')
        found.push(`unsent: a record stays ${state} on a tablet`);
      if (!ledger.records.has(id)) found.push('invented: a tablet has a record nobody made');
    }
  return found;
}

/** Visits of a street whose flag does not say whether another team was there before them on that day. */
export async function misflagged({ sql, streetId }: Rows): Promise<string[]> {
  return flaggedWrongly(await queries.listVisits(sql, streetId));
}

const flaggedWrongly = (visits: readonly queries.StoredVisit[]): string[] =>
  visits.flatMap((visit) => {
    if (visit.parallel === visit.shouldBeParallel) return [];
    return [
      `miscounted: a visit ${visit.parallel ? 'is' : 'is not'} flagged as parallel, and should ${visit.parallel ? 'not ' : ''}be`,
    ];
  });

function compare(
  { tablet, entry, word }: RecordEntry,
  office: Office,
  { tablets, revoked }: Evidence,
  closed: ReadonlySet<string>,
): string[] {
  const { id, kind } = entry;
  const record = tablets.find(({ name }) => name === tablet)?.records.get(id);
  const effects = office.effects.get(id) ?? [];
  const found: string[] = [];
  if (effects.length > 1) found.push(`duplicate: a ${kind} is at the office ${effects.length} times`);
  if (record === undefined) {
    if (word === 'saved') found.push(`lost: a ${kind} that was called saved is not on its tablet`);
    if (effects.length > 0) found.push(`lost: a ${kind} is at the office and not on its tablet`);
    return found;
  }
  if (word === 'takenBack') found.push(`undone: a ${kind} that was taken back is in the outbox`);
  if (isConfirmed(record.state)) return [...found, ...confirmed(entry, effects, office)];
  if (record.state === 'needsAttention') {
    const code = record.lastError?.code ?? 'no reason';
    if (effects.length > 0) found.push(`discarded: a ${kind} is refused (${code}) and at the office at once`);
    if (!(office.quarantined.get(id) ?? []).includes(code))
      found.push(`discarded: a ${kind} is refused (${code}) and not in quarantine`);
    const outOfUse = code === 'deviceRevoked' && tablet === revoked;
    if (!outOfUse && !mayBeRefused(entry, code, closed))
      found.push(`discarded: a ${kind} is refused for no reason (${code})`);
  }
  return found;
}

function confirmed(entry: RecordEntry['entry'], effects: readonly string[], office: Office): string[] {
  switch (entry.kind) {
    case 'recordVisit':
    case 'recordResponse':
    case 'amendVisit':
    case 'planVisit':
    case 'reportIssue': {
      const [stored] = effects;
      if (stored === undefined) return [`lost: a ${entry.kind} that was confirmed is not at the office`];
      return stored === contentOf(entry) ? [] : [`altered: a ${entry.kind} is not what was frozen`];
    }
    case 'cancelPlan':
      return office.cancelledPlans.has(entry.payload.planId)
        ? []
        : ['lost: a confirmed cancelPlan had no effect'];
    case 'acceptPlan':
      return office.acceptedPlans.has(entry.payload.planId) || office.cancelledPlans.has(entry.payload.planId)
        ? []
        : ['lost: a confirmed acceptPlan had no effect'];
    case 'handOverRecord':
      return office.handedOver.has(entry.payload.recordId)
        ? []
        : ['lost: a record that was handed over is not among those the office has been handed'];
    case 'recordRevisit':
      return office.revisits.get(entry.payload.revisitId) === 'open'
        ? ['lost: a confirmed recordRevisit had no effect']
        : [];
  }
}

/** What is compared of a record's content, as text; of kinds whose rows say no more, only that they are there. */
function contentOf(entry: RecordEntry['entry']): string {
  if (entry.kind === 'recordVisit')
    return [entry.payload.roundId, entry.payload.householdId, entry.payload.outcome].join(' ');
  if (entry.kind === 'recordResponse')
    return [entry.payload.roundId, entry.payload.householdId, sorted(entry.payload.answers)].join(' ');
  if (entry.kind === 'reportIssue')
    return issueText({ ...entry.payload, digests: entry.payload.photos.map(({ digest }) => digest) });
  return entry.kind;
}

type IssueFacts = Omit<queries.StoredIssue, 'id' | 'roundId'> & { roundId?: string | undefined };

const issueText = ({ roundId, householdId, category, note, mayNameDoor, digests }: IssueFacts): string =>
  [roundId, householdId, category, note, mayNameDoor, ...digests].join(' ');

const sorted = (answers: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));

async function readOffice(
  { sql, streetId }: Evidence,
  visits: readonly queries.StoredVisit[],
): Promise<Office> {
  const [responses, issues, others, cancelled, accepted, revisits, quarantined, handedOver] =
    await Promise.all([
      queries.listResponses(sql, streetId),
      queries.listIssues(sql, streetId),
      queries.listEffects(sql, streetId),
      queries.listCancelled(sql, streetId),
      queries.listAccepted(sql, streetId),
      queries.listRevisits(sql, streetId),
      queries.listQuarantined(sql, streetId),
      queries.listHandedOver(sql, streetId),
    ]);
  const effects: [string, string][] = [
    ...visits.map(({ id, roundId, householdId, outcome }): [string, string] => [
      id,
      [roundId, householdId, outcome].join(' '),
    ]),
    ...responses.map(({ id, roundId, householdId, answers }): [string, string] => [
      id,
      [roundId, householdId, sorted(answers)].join(' '),
    ]),
    ...issues.map((issue): [string, string] => [issue.id, issueText(issue)]),
    ...others.map(({ id, kind }): [string, string] => [id, kind]),
  ];
  return {
    effects: grouped(effects),
    cancelledPlans: new Set(cancelled.map(({ id }) => id)),
    acceptedPlans: new Set(accepted.map(({ id }) => id)),
    revisits: new Map(revisits.map(({ id, state }) => [id, state])),
    handedOver: new Set(handedOver.map(({ mutationId }) => mutationId)),
    quarantined: grouped(quarantined.map(({ mutationId, problemCode }) => [mutationId, problemCode])),
  };
}

function grouped(pairs: readonly [string, string][]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [key, value] of pairs) lists.set(key, [...(lists.get(key) ?? []), value]);
  return lists;
}

/** Visits and responses are refused only by a closed round; the rest may meet what others did in the meantime. */
function mayBeRefused(
  { kind, payload }: RecordEntry['entry'],
  code: string,
  closed: ReadonlySet<string>,
): boolean {
  switch (kind) {
    case 'recordVisit':
    case 'recordResponse':
      return code === 'roundNotOpen' && closed.has(payload.roundId);
    case 'amendVisit':
      return closed.size > 0 && ['roundNotOpen', 'visitUnknown'].includes(code);
    case 'planVisit':
      return code === 'roundNotOpen' ? closed.has(payload.roundId) : code.startsWith('plan');
    case 'cancelPlan':
    case 'acceptPlan':
      return ['notFound', 'planNotYours'].includes(code);
    case 'handOverRecord':
      return false;
    case 'recordRevisit':
      return ['revisitStateWrong', 'notAssigned'].includes(code);
    case 'reportIssue':
      return false;
  }
}
