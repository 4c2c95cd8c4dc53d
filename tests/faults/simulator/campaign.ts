/** Plays many episodes, in several districts at once, and keeps what went wrong with the seed that shows it again. */
import type { Deps } from '../../../apps/api/src/http/deps.ts';
import { nothingTakenAway, playEpisode, type Controls, type Ending } from './episode.ts';
import { Tally } from './tally.ts';
import { serveTown } from './town/server.ts';
import { buildTown, type Town } from './town/town.ts';

export type Campaign = {
  readonly seeds: readonly number[];
  /** Districts at the same time, each with a database, an API and 200 tablets of its own. */
  readonly districts: number;
  readonly controls?: Partial<Controls & Sabotage>;
  /** Told of every episode that was played. */
  readonly seen?: (seed: number, ending: Ending) => void;
  /** Ends with the first seed that fails. */
  readonly untilFirst?: boolean;
};

/** What a negative control does to the server. */
export type Sabotage = {
  readonly database: (town: Town) => Promise<void>;
  readonly deps: (deps: Deps) => Deps;
};

export type Failure = Ending & { readonly seed: number };
export type Report = {
  readonly tally: Tally;
  readonly tablets: number;
  readonly failures: readonly Failure[];
  readonly seconds: number;
};

export async function playCampaign(campaign: Campaign): Promise<Report> {
  const began = performance.now();
  const tally = new Tally();
  const failures: Failure[] = [];
  const waiting = [...campaign.seeds];
  const districts = Array.from({ length: campaign.districts }, () =>
    playDistrict(campaign, waiting, tally, failures),
  );
  const tablets = (await Promise.all(districts)).reduce((sum, count) => sum + count, 0);
  return { tally, tablets, failures, seconds: Math.round((performance.now() - began) / 1000) };
}

/** Takes seed after seed until none is left; resolves with how many tablets the district has. */
async function playDistrict(
  { controls = {}, untilFirst = false, seen }: Campaign,
  waiting: number[],
  tally: Tally,
  failures: Failure[],
): Promise<number> {
  const town = await buildTown();
  await controls.database?.(town);
  const served = await serveTown(town, controls.deps);
  const setting = { town, served, tally, controls: { ...nothingTakenAway, ...controls } };
  for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
    const ending = await playEpisode(setting, seed);
    seen?.(seed, ending);
    if (ending.found.length > 0) {
      failures.push({ seed, ...ending });
      if (untilFirst) waiting.length = 0;
    }
  }
  await served.close();
  await town.api.stop();
  return town.streets.reduce((sum, { workers }) => sum + workers.length, 0);
}

/** The seeds from one number on, so many of them. */
export const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);
