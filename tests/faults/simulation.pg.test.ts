/** The short run of the simulator (README.md): part of `npm test`. */
import { expect, test } from 'vitest';
import { playCampaign, seedsFrom } from './simulator/campaign.ts';
import { describeReport } from './simulator/report.ts';

const firstSeed = 1;
const interleavings = 120;

test('nothing is lost, doubled or discarded between 200 tablets and the office, whatever fails', async () => {
  const report = await playCampaign({ seeds: seedsFrom(firstSeed, interleavings), districts: 1 });
  console.log(describeReport(report));
  expect(report.failures.map(({ seed, found }) => ({ seed, found }))).toEqual([]);
  expect(report.tablets).toBe(200);
  expect(report.tally.total('interleavings')).toBe(interleavings);
  // A run in which nothing went wrong on the way would prove nothing.
  for (const group of ['faults', 'deaths', 'office', 'records'])
    expect(report.tally.total(group), group).toBeGreaterThan(interleavings);
}, 300_000);

test('a seed gives the same interleaving every time', async () => {
  const seeds = [7, 11, 13, 17, 7, 11, 13, 17];
  const steps = new Map<number, string[]>();
  const { failures } = await playCampaign({
    seeds,
    districts: 1,
    seen: (seed, played) => steps.set(seed, [...(steps.get(seed) ?? []), played.steps.join('\n')]),
  });
  expect(failures).toEqual([]);
  for (const [seed, [first, second]] of steps) expect(second, `seed ${seed}`).toBe(first);
}, 120_000);
