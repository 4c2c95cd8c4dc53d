import {
  listDoorFacts,
  listRoundFacts,
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
};

export const doorKey = (door: Door): string => `${door.roundId} ${door.householdId}`;

/** Reads what visits and responses are checked against, once for both. */
export async function readFacts(
  tx: StreetTx,
  records: readonly ClaimedRecord[],
  visitsIn: readonly string[],
): Promise<Facts> {
  const doors = new Map<string, Door>();
  for (const record of records) {
    if (!namesDoor(record)) continue;
    const { roundId, householdId } = record.payload;
    doors.set(doorKey(record.payload), { roundId, householdId });
  }
  if (doors.size === 0) return { rounds: new Map(), doors: new Map() };
  const roundIds = [...new Set([...doors.values()].map((door) => door.roundId))];
  const [rounds, found] = await together([
    listRoundFacts(tx.sql, tx.streetId, roundIds, { personId: tx.actor.personId, visitsIn }),
    listDoorFacts(tx.sql, tx.streetId, [...doors.values()]),
  ]);
  return {
    rounds: new Map(rounds.map((round) => [round.id, round])),
    doors: new Map(found.map((door) => [doorKey(door), door])),
  };
}

const namesDoor = (record: ClaimedRecord): record is ClaimedRecord<'recordVisit' | 'recordResponse'> =>
  record.kind === 'recordVisit' || record.kind === 'recordResponse';
