/** Twelve rounds that are filled side by side, and released as the product releases a round that closes. */
import type { Transaction } from '@huhudao/db';
import { CompiledVersions } from '../../../apps/api/src/questionnaires/compiled-versions.ts';
import { dueReleases } from '../../../apps/api/src/rates/release-round.ts';
import { insertReleases, type ReleasableRound } from '../../../apps/api/src/rates/releases.queries.ts';
import { fillDoors } from './grow.ts';
import { countResponses } from './grow.queries.ts';
import { hashes } from './push-item.ts';
import type { World } from './world.ts';
import { insertRounds, vacuum } from './world.queries.ts';
import * as queries from './years.queries.ts';

/** A round a month; days since its last visit. */
const rounds = Array.from({ length: 12 }, (_, month) => ({
  round: `第${month + 1}月`,
  daysAgo: (11 - month) * 30,
}));

export class Year {
  readonly #world: World;
  readonly #versions = new CompiledVersions();
  #filled = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Fills every round up to so many doors of each street and releases it; answers how many responses there are then. */
  async to(doorsOfStreet: number): Promise<number> {
    const { sql, shape } = this.#world;
    if (this.#filled === 0) {
      for (const { round, daysAgo } of rounds)
        await insertRounds(sql, {
          name: round,
          daysAgo: daysAgo + 28,
          streets: shape.streets,
          doors: 0,
          ...hashes,
        });
      await queries.closeAllBut(sql, rounds.at(-1)?.round ?? '');
    }
    for (const round of rounds) await fillDoors(this.#world, round, this.#filled, doorsOfStreet);
    this.#filled = doorsOfStreet;
    await vacuum(sql);
    for (const { round } of rounds)
      for (const found of await queries.listStreetRounds(sql, round)) await this.#release(found);
    await vacuum(sql);
    return (await countResponses(sql))[0]?.count ?? 0;
  }

  async #release({ streetId, ...round }: queries.StreetRound): Promise<void> {
    await this.#world.sql.begin((tx) => this.#releaseIn(tx, streetId, round));
  }

  async #releaseIn(tx: Transaction, streetId: string, round: ReleasableRound): Promise<void> {
    const at = new Date().toISOString();
    const due = { db: tx, streetId, round, versions: this.#versions, closing: true, at };
    await insertReleases(tx, streetId, round.id, await dueReleases(due));
  }

  /**
   * A measured round of the first street with so many responses, its sample drawn in every community: milliseconds from
   * reading its counts to the rows of its release, each of so many times.
   */
  async timeEstimates(responses: number, times: number): Promise<number[]> {
    const { sql, shape } = this.#world;
    const name = '测评';
    await insertRounds(sql, { name, daysAgo: 0, streets: 1, doors: 0, ...hashes });
    await fillDoors(this.#world, { round: name, daysAgo: 0 }, 0, responses);
    const [found] = await queries.listStreetRounds(sql, name);
    if (found === undefined) throw new Error('no round to estimate');
    const { streetId, ...round } = { ...found, purpose: 'measurement' as const };
    await queries.insertDraws(sql, streetId, round.id, Math.ceil(responses / shape.communities));
    const taken: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const started = performance.now();
      const at = new Date().toISOString();
      const due = { db: sql, streetId, round, versions: this.#versions, closing: true, at };
      const rows = await dueReleases(due);
      taken.push(performance.now() - started);
      if (rows.length === 0) throw new Error('nothing was estimated');
    }
    return taken;
  }
}
