/** Fills a world with years of responses. */
import { answersOf, hashes } from './push-item.ts';
import * as queries from './grow.queries.ts';
import type { World } from './world.ts';
import { closeRound, insertRounds, vacuum } from './world.queries.ts';

/** Doors of each street that a whole round visits; three rounds of 32 streets make a million. */
export const doorsOfRound = 10_417;

/** Earlier rounds are closed; the last is as far as it is filled. Days since a round's last visit. */
const rounds = [
  { name: '第一年', daysAgo: 180 },
  { name: '第二年', daysAgo: 90 },
  { name: '第三年', daysAgo: 0 },
] as const;

/** Doors filled at once in the streets together: a statement of some seconds. */
const slice = 64_000;

const pool = Array.from({ length: 61 }, (_, dice) => answersOf(dice * 7919));

/** Fills rounds up to so many responses a street; answers how many responses there are then. */
export class Growth {
  readonly #world: World;
  #filled = 0;
  #opened = 0;

  constructor(world: World) {
    this.#world = world;
  }

  async to(responsesOfStreet: number): Promise<number> {
    const { sql } = this.#world;
    while (this.#filled < responsesOfStreet) {
      const round = await this.#round(Math.floor(this.#filled / doorsOfRound));
      const done = this.#filled % doorsOfRound;
      const count = Math.min(doorsOfRound - done, responsesOfStreet - this.#filled);
      await fillDoors(this.#world, round, done, done + count);
      this.#filled += count;
    }
    // What autovacuum does within a minute of such a change.
    await vacuum(sql);
    return (await queries.countResponses(sql))[0]?.count ?? 0;
  }

  async #round(index: number): Promise<{ round: string; daysAgo: number }> {
    const { sql } = this.#world;
    const round = rounds[index];
    if (round === undefined) throw new Error('there is no further round to fill');
    if (index === this.#opened) {
      await closeRound(sql, rounds[index - 1]?.name ?? '');
      await insertRounds(sql, { ...round, daysAgo: round.daysAgo + 28, streets: 32, doors: 0, ...hashes });
      this.#opened += 1;
    }
    return { round: round.name, daysAgo: round.daysAgo };
  }
}

/** Fills a round's doors of every street after number `from` up to number `to`. */
export async function fillDoors(
  { sql, shape }: World,
  round: { round: string; daysAgo: number },
  from: number,
  to: number,
): Promise<void> {
  const most = Math.ceil(slice / shape.streets);
  for (let done = from; done < to; done += most) {
    const count = Math.min(most, to - done);
    await sql.begin(async (tx) => {
      await queries.trustForeignKeys(tx);
      await queries.fillRound(tx, { ...round, from: done + 1, count, pool, ...hashes });
      await queries.advanceHeads(tx);
    });
  }
}

/** @throws where the rollups are not what a recount of all answers gives. */
export async function recount({ sql }: World): Promise<void> {
  const differences = await queries.listRollupDifferences(sql);
  if (differences.length > 0) throw new Error(`rollups differ: ${JSON.stringify(differences)}`);
}
