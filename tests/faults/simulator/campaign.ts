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
  readonly seen?: (seed: number, ending: Ending, soFar: Report) => void;
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

type Progress = {
  readonly tally: Tally;
  readonly failures: Failure[];
  readonly waiting: number[];
  tablets: number;
};

export async function playCampaign(campaign: Campaign): Promise<Report> {
  const began = performance.now();
  const progress: Progress = { tally: new Tally(), failures: [], waiting: [...campaign.seeds], tablets: 0 };
  const soFar = (): Report => {
    const { tally, tablets, failures } = progress;
    return { tally, tablets, failures, seconds: Math.round((performance.now() - began) / 1000) };
  };
  await Promise.all(
    Array.from({ length: campaign.districts }, () => playDistrict(campaign, progress, soFar)),
  );
  return soFar();
}

/** Takes seed after seed until none is left. */
async function playDistrict(
  { controls = {}, untilFirst = false, seen }: Campaign,
  progress: Progress,
  soFar: () => Report,
): Promise<void> {
  const { tally, failures, waiting } = progress;
  const town = await buildTown();
  progress.tablets += town.streets.reduce((sum, { workers }) => sum + workers.length, 0);
  await controls.database?.(town);
  const served = await serveTown(town, controls.deps);
  const setting = { town, served, tally, controls: { ...nothingTakenAway, ...controls } };
  for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
    const ending = await playEpisode(setting, seed).catch((cause: unknown) => {
      throw new Error(`Seed ${seed} broke off`, { cause });
    });
    if (ending.found.length > 0) {
      failures.push({ seed, ...ending });
      if (untilFirst) waiting.length = 0;
    }
    seen?.(seed, ending, soFar());
  }
  await served.close();
  await town.api.stop();
}

/** The seeds from one number on, so many of them. */
export const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);
