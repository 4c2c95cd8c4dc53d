/** The short run of the simulator (README.md): part of `npm test`. */
import { expect, test } from 'vitest';
import { playCampaign, seedsFrom } from './simulator/campaign.ts';
import type { Ending } from './simulator/episode.ts';
import { describeReport } from './simulator/report.ts';

const firstSeed = 1;
const interleavings = 100;

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
  const endings = new Map<number, Ending[]>();
  const { failures } = await playCampaign({
    seeds: [...seedsFrom(1, 10), ...seedsFrom(1, 10)],
    districts: 1,
    seen: (seed, ending) => endings.set(seed, [...(endings.get(seed) ?? []), ending]),
  });
  expect(failures).toEqual([]);
  // Over TCP requests meet in the server as they will.
  const direct = [...endings].filter(([, [first]]) => first?.way === 'direct');
  expect(direct.length).toBeGreaterThan(4);
  for (const [seed, [first, second]] of direct) expect(second?.steps, `seed ${seed}`).toEqual(first?.steps);
}, 120_000);
