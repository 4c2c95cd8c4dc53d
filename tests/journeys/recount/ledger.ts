/** What was done at the doors, kept by the test apart from the product, and what must have come of it. */
import type { Sql } from '@huhudao/db';
import { outcomeOf, type Encounter } from '../story/encounter.ts';
import { listAnonymous, listLinked, listVisits } from './ledger.queries.ts';

type Entry = { roundId: string; communityId: string; householdId: string; encounter: Encounter };

/** One line a visit, linked response or anonymous response, so that two lists can be compared as they stand. */
type Lines = { visits: string[]; linked: string[]; anonymous: string[] };

export class Ledger {
  readonly #entries: Entry[] = [];

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  /** What the office must hold of a round: every visit and every response once, and nothing else. */
  expected(roundId: string): Lines {
    const own = this.#entries.filter((entry) => entry.roundId === roundId);
    return {
      visits: own.map(({ householdId, encounter }) => `${householdId} ${outcomeOf(encounter)}`).toSorted(),
      linked: own.flatMap(linkedLine).toSorted(),
      anonymous: own.flatMap(anonymousLine).toSorted(),
    };
  }

  /** Households whose answers alone would flag them, had they not been given in confidence or without a name. */
  unflagged(roundId: string): string[] {
    return this.#entries
      .filter(({ roundId: own, encounter }) => own === roundId && isDissatisfiedInPrivate(encounter))
      .map((entry) => entry.householdId);
  }
}

/** Not satisfied, but not by name, and without asking for a visit. */
function isDissatisfiedInPrivate(encounter: Encounter): boolean {
  if (encounter.kind !== 'answered' || encounter.mode === 'named') return false;
  const { overallSatisfaction, wantsContact } = encounter.answers;
  const low = overallSatisfaction === 'notVerySatisfied' || overallSatisfaction === 'dissatisfied';
  return low && wantsContact !== true;
}

/** What the office holds of a round. */
export async function recorded(sql: Sql, roundId: string): Promise<Lines> {
  const [visits, linked, anonymous] = [
    await listVisits(sql, roundId),
    await listLinked(sql, roundId),
    await listAnonymous(sql, roundId),
  ];
  return {
    visits: visits.map((row) => `${row.householdId} ${row.outcome}`).toSorted(),
    linked: linked
      .map((row) => `${row.householdId} ${row.identityMode} ${row.completionMode} ${sorted(row.answers)}`)
      .toSorted(),
    anonymous: anonymous
      .map((row) => `${row.communityId} ${row.completionMode} ${sorted(row.answers)}`)
      .toSorted(),
  };
}

function linkedLine({ householdId, encounter }: Entry): string[] {
  if (encounter.kind !== 'answered' || encounter.mode === 'anonymous') return [];
  return [`${householdId} ${encounter.mode} ${encounter.how} ${sorted(encounter.answers)}`];
}

function anonymousLine({ communityId, encounter }: Entry): string[] {
  if (encounter.kind !== 'answered' || encounter.mode !== 'anonymous') return [];
  return [`${communityId} ${encounter.how} ${sorted(encounter.answers)}`];
}

function sorted(answers: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
