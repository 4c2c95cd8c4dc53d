import {
  listCompanions,
  listDoorFacts,
  listRoundFacts,
  type Companion,
  type Door,
  type DoorFacts,
  type RoundFacts,
} from './facts.queries.ts';
import type { ClaimedRecord } from './records.ts';
import { together } from './sent.ts';
import type { StreetTx } from './transaction.ts';

/** Rounds by id, and doors by `doorKey`; a batch's appliers note in them what they have written. */
export type Facts = {
  rounds: ReadonlyMap<string, RoundFacts>;
  doors: ReadonlyMap<string, DoorFacts>;
  /** By `companionKey`: those named as coming along who can have done so. */
  companions: ReadonlySet<string>;
  /** The communities in which their sender may report issues. */
  reportsIn: readonly string[];
};

/** The communities in which the sender of records may do what. */
export type SenderReach = { visitsIn: readonly string[]; reportsIn: readonly string[] };

export const doorKey = (door: Door): string => `${door.roundId} ${door.householdId}`;

export const companionKey = (one: Companion): string => `${doorKey(one)} ${one.personId}`;

/** Reads what visits and responses are checked against, once for both. */
export async function readFacts(
  tx: StreetTx,
  records: readonly ClaimedRecord[],
  { visitsIn, reportsIn }: SenderReach,
): Promise<Facts> {
  const doors = new Map<string, Door>();
  for (const record of records) {
    if (!namesDoor(record)) continue;
    const { roundId, householdId } = record.payload;
    doors.set(doorKey(record.payload), { roundId, householdId });
  }
  if (doors.size === 0) return { rounds: new Map(), doors: new Map(), companions: new Set(), reportsIn };
  const roundIds = [...new Set([...doors.values()].map((door) => door.roundId))];
  const named = records.flatMap(companionsOf);
  const [rounds, found, companions] = await together([
    listRoundFacts(tx.sql, tx.streetId, roundIds, { personId: tx.actor.personId, visitsIn }),
    listDoorFacts(tx.sql, tx.streetId, [...doors.values()]),
    named.length === 0 ? [] : listCompanions(tx.sql, tx.streetId, named),
  ]);
  return {
    rounds: new Map(rounds.map((round) => [round.id, round])),
    doors: new Map(found.map((door) => [doorKey(door), door])),
    companions: new Set(companions.map(companionKey)),
    reportsIn,
  };
}

const namesDoor = (record: ClaimedRecord): record is ClaimedRecord<'recordVisit' | 'recordResponse'> =>
  record.kind === 'recordVisit' || record.kind === 'recordResponse';

const isVisit = (record: ClaimedRecord): record is ClaimedRecord<'recordVisit'> =>
  record.kind === 'recordVisit';

function companionsOf(record: ClaimedRecord): Companion[] {
  if (!isVisit(record)) return [];
  const { roundId, householdId, companionIds } = record.payload;
  return companionIds.map((personId) => ({ roundId, householdId, personId }));
}
