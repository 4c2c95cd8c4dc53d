/**
 * What any program pays that writes the rows of a push in one transaction: the product's own statements behind a bare
 * route, without sign-in, checks, rules for revisits, or a look at what is there already.
 */
import { serve } from '@hono/node-server';
import { must } from '@huhudao/domain';
import { openPool, type Transaction } from '@huhudao/db';
import { newId, type Mutation, type MutationPayload } from '@huhudao/protocol';
import { Hono } from 'hono';
import { advanceStreetHead, lockStreetHead } from '../../../apps/api/src/http/transaction.queries.ts';
import {
  addToRollup,
  insertResponses,
  type ResponseRow,
  type RollupRow,
} from '../../../apps/api/src/responses/responses.queries.ts';
import { insertClaims } from '../../../apps/api/src/sync/push.queries.ts';
import {
  insertVisits,
  updateStandings,
  type VisitRow,
} from '../../../apps/api/src/visits/record-visits.queries.ts';
import { listDoorPlaces, type DoorPlace } from '../world/world.queries.ts';
import { answer } from './child.ts';

const [host, user, database] = process.argv.slice(2);
if (host === undefined || user === undefined || database === undefined) throw new Error('no database named');
const sql = openPool({ host, user, database });
await sql`select 1`;

type Push = { streetId: string; mutations: Mutation[] };
/** A door's visit and its response, where the door is, and when. */
type Item = {
  visit: MutationPayload<'recordVisit'>;
  response: MutationPayload<'recordResponse'>;
  place: DoorPlace;
  now: string;
};

/** By household; asked once before the clock runs. */
const places = new Map<string, DoorPlace>();
const nobody = newId();

const app = new Hono();
app.post('/transactions', async (context) => {
  const push = await context.req.json<Push>();
  await sql.begin((tx) => store(tx, push.streetId, itemsOf(push)));
  return context.json({ stored: push.mutations.length });
});

function itemsOf({ mutations }: Push): Item[] {
  const now = new Date().toISOString();
  const of = <K extends Mutation['kind']>(kind: K) =>
    mutations.flatMap((one) => (one.kind === kind ? [one.payload as MutationPayload<K>] : []));
  const responses = of('recordResponse');
  return of('recordVisit').map((visit, index) => ({
    visit,
    response: must(responses[index], 'a response to each visit'),
    place: must(places.get(visit.householdId), 'a known door'),
    now,
  }));
}

async function store(tx: Transaction, streetId: string, items: readonly Item[]): Promise<void> {
  const [head] = await lockStreetHead(tx, streetId);
  const { changeNumber, auditNumber, auditHash } = must(head, 'a street');
  const next = changeNumber + 1;
  const claims = items.flatMap(() => [newId(), newId()]).map((id) => ({ id, contentHash: 'ab'.repeat(32) }));
  const by = { personId: nobody, deviceId: nobody, changeNumber: next };
  const entry = {
    number: auditNumber + 1,
    at: new Date().toISOString(),
    actorId: nobody,
    deviceId: nobody,
    action: 'sync.pushed',
    subject: { accepted: claims.map(({ id }) => id) },
  };
  await Promise.all([
    insertClaims(tx, streetId, claims),
    insertVisits(tx, streetId, items.map(visitOf), by),
    updateStandings(tx, streetId, items.map(standingOf), next),
    insertResponses(tx, streetId, items.map(responseOf)),
    addToRollup(tx, streetId, countsOf(items)),
    advanceStreetHead(tx, streetId, next, entry, auditHash, auditHash),
  ]);
}

function visitOf({ visit, place, now }: Item, index: number): VisitRow {
  const { roundId, householdId, outcome, formHash, formAnswers, present } = visit;
  const appointment = { appointmentDay: null, appointmentFrom: null, appointmentUntil: null };
  const clock = { deviceTime: now, skewMs: 0, skewDoubtful: false, receivedAt: now, occurredAt: now };
  const flags = { parallel: false, reassigned: false };
  return {
    ...{ id: newId(), roundId, householdId, ...place, companions: [], present, outcome, ...appointment },
    ...{ completionMode: 'handedOver', formHash, formAnswers, topics: [], deviceSequence: index },
    ...{ ...clock, visitedOn: now.slice(0, 10), ...flags },
  };
}

const standingOf = ({ visit: { roundId, householdId, outcome }, now }: Item) => ({
  ...{ roundId, householdId, attempts: 1, latestOutcome: outcome, latestAt: now, outcome, settled: false },
});

/** Not counted: the product has counted the door in the same round already. */
const responseOf = ({ response, place: { communityId }, now }: Item): ResponseRow => {
  const { roundId, householdId, versionHash, identityMode, completionMode, complete, answers } = response;
  return {
    ...{
      id: newId(),
      roundId,
      householdId,
      communityId,
      versionHash,
      identityMode,
      completionMode,
      complete,
    },
    ...{ counted: false, consentedAt: now, receivedAt: now, answers },
  };
};

function countsOf(items: readonly Item[]): RollupRow[] {
  const counts = new Map<string, RollupRow>();
  for (const { response, place } of items)
    for (const [item, code] of [['', ''], ...codesOf(response.answers)] as [string, string][]) {
      const { roundId, completionMode: mode } = response;
      const key = `${roundId} ${place.communityId} ${mode} ${item} ${code}`;
      const row = counts.get(key);
      if (row === undefined)
        counts.set(key, { roundId, communityId: place.communityId, mode, item, code, count: 1 });
      else row.count += 1;
    }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const codesOf = (answers: Record<string, unknown>): string[][] =>
  Object.entries(answers).flatMap(([item, given]) => [given].flat().map((code) => [item, String(code)]));

const port = await new Promise<number>((resolve) => {
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address) => resolve(address.port));
});

/** Reads where all doors are. */
async function learnPlaces(): Promise<number> {
  for (const { householdId, ...place } of await listDoorPlaces(sql)) places.set(householdId, place);
  return places.size;
}

answer({ port: async () => port, learnPlaces });
