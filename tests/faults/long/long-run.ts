import { expect } from 'vitest';
import { playCampaign, seedsFrom } from '../simulator/campaign.ts';
import { describeFailure, describeReport } from '../simulator/report.ts';

/** One half of the long run, in two districts at once; says at once which seed failed. */
export async function playHalf(firstSeed: number): Promise<void> {
  const interleavings = 5000;
  const report = await playCampaign({
    seeds: seedsFrom(firstSeed, interleavings),
    districts: 2,
    seen: (seed, ending, soFar) => {
      if (soFar.tally.total('interleavings') % 500 === 0) console.log(describeReport(soFar));
      if (ending.found.length > 0) console.log(describeFailure({ seed, ...ending }));
    },
  });
  console.log(describeReport(report));
  expect(report.failures.map(({ seed, found }) => ({ seed, found }))).toEqual([]);
  expect(report.tally.total('interleavings')).toBe(interleavings);
}
