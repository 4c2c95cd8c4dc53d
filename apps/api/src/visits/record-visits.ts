/** Records visits as tablets send them: checks, flags what is parallel or reassigned, and moves each door's standing. */
import {
  isImplausible,
  isImplausibleAppointment,
  must,
  occurrenceOf,
  proposedOccupancy,
  refuseVisit,
  standingOf,
  type Occurrence,
} from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { validateAnswers } from '@huhudao/questionnaire';
import { answerRefusal } from '../http/answer-refusal.ts';
import type { Door, DoorFacts } from '../http/facts.queries.ts';
import { companionKey, doorKey, type Facts } from '../http/facts.ts';
import { refused, type ApplyRecords, type ClaimedRecord, type RecordResult } from '../http/records.ts';
import type { StreetTx } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import * as queries from './record-visits.queries.ts';

type Visit = ClaimedRecord<'recordVisit'>;
type Context = Facts & { versions: VersionReader };

/** A door as it stands after its visits were recorded. */
export type VisitedDoor = queries.StandingRow & { communityId: string };

export type VisitWiring = {
  versions: VersionReader;
  /** Raises or settles revisits; in the same transaction. */
  afterVisits: (tx: StreetTx, doors: readonly VisitedDoor[]) => Promise<void>;
};

export function recordVisits({ versions, afterVisits }: VisitWiring): ApplyRecords<'recordVisit'> {
  return async (tx, records, facts) => {
    const context = { ...facts, versions };
    const rows: queries.VisitRow[] = [];
    const results: RecordResult[] = [];
    for (const record of records.toSorted((a, b) => a.sequence - b.sequence)) {
      const refusal = await refuse(tx, record, context);
      if (refusal !== undefined) {
        results.push(refusal);
        continue;
      }
      const row = rowOf(tx, record, context);
      rows.push(row);
      results.push({ id: record.id, result: row.parallel ? 'parallel' : 'accepted' });
    }
    if (rows.length === 0) return results;
    const followed = write(tx, rows, context).filter((door) => isFollowed(door, context));
    if (followed.length > 0) await afterVisits(tx, followed);
    return results;
  };
}

/** A revisit or a proposal would tell others of an assessor's sample, and so would one that is settled. */
const isFollowed = ({ roundId }: { roundId: string }, { rounds }: Context): boolean =>
  rounds.get(roundId)?.assessed === false;

async function refuse(tx: StreetTx, record: Visit, context: Context): Promise<RecordResult | undefined> {
  const { payload, id } = record;
  const round = context.rounds.get(payload.roundId);
  if (round === undefined) return refused(id, 'roundUnknown');
  if (round.state !== 'open' || round.openedAt === null) return refused(id, 'roundNotOpen');
  if (!context.doors.has(doorKey(payload))) return refused(id, 'householdUnknown');
  if (round.teamIds.length === 0) return refused(id, 'notAssigned');
  if (isImplausible(record.clock, round.openedAt)) return refused(id, 'implausibleTime');
  const { roundId, householdId, companionIds } = payload;
  const cameAlong = (personId: string): boolean =>
    context.companions.has(companionKey({ roundId, householdId, personId }));
  if (!companionIds.every(cameAlong)) return refused(id, 'companionUnknown');
  const rule = refuseVisit(payload, round);
  if (rule !== undefined) return refused(id, rule);
  const { visitedOn } = occurrenceOf(record.clock);
  if (payload.appointment !== undefined && isImplausibleAppointment(payload.appointment.day, visitedOn))
    return refused(id, 'appointmentImplausible');
  if (payload.formHash !== round.visitFormHash) return refused(id, 'formMismatch');
  const form = must(await context.versions.get(tx.sql, payload.formHash), 'the visit form of an open round');
  const validation = validateAnswers(form, payload.formAnswers, { complete: false });
  return validation.ok ? undefined : answerRefusal(id, validation.problems);
}

function rowOf(tx: StreetTx, record: Visit, context: Context): queries.VisitRow {
  const { payload, clock } = record;
  const round = must(context.rounds.get(payload.roundId), 'the round of an accepted visit');
  const door = must(context.doors.get(doorKey(payload)), 'the door of an accepted visit');
  const mine = door.teamId !== null && round.teamIds.includes(door.teamId);
  const teamId = mine ? door.teamId : must(round.teamIds[0], 'a team of the person');
  const occurrence = occurrenceOf(clock);
  const parallel = door.visits.some(
    (other) => other.visitedOn === occurrence.visitedOn && other.teamId !== teamId,
  );
  door.visits.push(factOf(tx, record, occurrence, teamId));
  return {
    id: record.id,
    roundId: payload.roundId,
    householdId: payload.householdId,
    communityId: door.communityId,
    stairwellId: door.stairwellId,
    teamId,
    companions: payload.companionIds,
    present: payload.present,
    outcome: payload.outcome,
    completionMode: payload.completionMode ?? null,
    appointmentDay: payload.appointment?.day ?? null,
    appointmentFrom: payload.appointment?.from ?? null,
    appointmentUntil: payload.appointment?.until ?? null,
    formHash: payload.formHash,
    formAnswers: payload.formAnswers,
    topics: payload.topics,
    deviceSequence: record.sequence,
    deviceTime: clock.deviceTime,
    receivedAt: clock.receivedAt,
    ...occurrence,
    parallel,
    reassigned: door.teamId !== null && !mine,
  };
}

function factOf(tx: StreetTx, record: Visit, occurrence: Occurrence, teamId: string | null) {
  return {
    id: record.id,
    outcome: record.payload.outcome,
    occurredAt: occurrence.occurredAt,
    receivedAt: record.clock.receivedAt,
    personId: must(tx.actor.personId, 'the person of a visit'),
    visitedOn: occurrence.visitedOn,
    teamId,
  };
}

/** Sends what is written, and tells how the doors stand then. */
function write(tx: StreetTx, rows: queries.VisitRow[], context: Context): VisitedDoor[] {
  tx.send(queries.insertVisits(tx.sql, tx.streetId, rows, { ...tx.actor, changeNumber: tx.changeNumber }));
  const touched = new Map(rows.map((row) => [doorKey(row), row]));
  const standings = [...touched].map(([key, row]) => {
    const door = must(context.doors.get(key), 'the door of a written visit');
    const round = must(context.rounds.get(row.roundId), 'the round of a written visit');
    return { ...standingRow(row, door, round.attemptsWanted), communityId: row.communityId };
  });
  tx.send(queries.updateStandings(tx.sql, tx.streetId, standings, tx.changeNumber));
  const followed = rows.filter((row) => isFollowed(row, context));
  const proposals = followed.flatMap((row) => {
    const proposed = proposedOccupancy(row.outcome);
    return proposed === undefined
      ? []
      : [{ id: newId(), householdId: row.householdId, visitId: row.id, proposed }];
  });
  if (proposals.length > 0) tx.send(queries.insertProposals(tx.sql, tx.streetId, proposals, tx.at));
  return standings;
}

export function standingRow(
  door: Door,
  facts: Pick<DoorFacts, 'visits'>,
  attemptsWanted: number,
): queries.StandingRow {
  const standing = standingOf(facts.visits, attemptsWanted);
  return {
    roundId: door.roundId,
    householdId: door.householdId,
    attempts: standing.attempts,
    latestOutcome: standing.latest?.outcome ?? null,
    latestAt: standing.latest?.occurredAt ?? null,
    outcome: standing.outcome,
    settled: standing.settled,
  };
}
