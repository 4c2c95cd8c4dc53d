import { must } from '../../must.ts';
import type { PlannedSlot } from '../slots.ts';
import { meet, spanOf, without, type Span } from './stretches.ts';

/** Who is where and when: what stands already, and what has been suggested so far. */
export class Diary {
  readonly #people: ReadonlyMap<string, readonly string[]>;
  /** By day and team or person. */
  readonly #busy = new Map<string, Span[]>();
  /** By day and stairwell. */
  readonly #entered = new Map<string, { teamId: string; roundId: string }[]>();

  /** @param people of every team that is booked or asked for. */
  constructor(people: ReadonlyMap<string, readonly string[]>) {
    this.#people = people;
  }

  book(slot: PlannedSlot): void {
    const { day, stairwellId, teamId, roundId } = slot;
    for (const who of this.#whoIn(teamId)) append(this.#busy, `${day} ${who}`, spanOf(slot));
    append(this.#entered, `${day} ${stairwellId}`, { teamId, roundId });
  }

  /** When the team and all its people are free within a span. */
  freeWithin(teamId: string, day: string, span: Span): Span[] {
    const busy = this.#whoIn(teamId).flatMap((who) => this.#busy.get(`${day} ${who}`) ?? []);
    return busy.length === 0 ? [span] : without(span, busy);
  }

  isFree(teamId: string, day: string, span: Span): boolean {
    return this.#whoIn(teamId).every((who) =>
      (this.#busy.get(`${day} ${who}`) ?? []).every((busy) => !meet(busy, span)),
    );
  }

  /** Whether a team of a round may go to a stairwell on a day: nobody else goes there, and no other round does. */
  mayEnter(stairwellId: string, day: string, teamId: string, roundId: string): boolean {
    const there = this.#entered.get(`${day} ${stairwellId}`) ?? [];
    return there.every((one) => one.teamId === teamId && one.roundId === roundId);
  }

  #whoIn(teamId: string): readonly string[] {
    return [teamId, ...must(this.#people.get(teamId), 'the people of the team')];
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
