/** One half of the simulator's long run (tests/faults/README.md); the halves run beside each other. */
import { expect, test } from 'vitest';
import { playCampaign, seedsFrom } from '../simulator/campaign.ts';
import { describeReport } from '../simulator/report.ts';

test('five thousand interleavings from seed 6000 on lose, double and discard nothing', async () => {
  const report = await playCampaign({ seeds: seedsFrom(6000, 5000), districts: 2 });
  console.log(describeReport(report));
  expect(report.failures.map(({ seed, found }) => ({ seed, found }))).toEqual([]);
  expect(report.tally.total('interleavings')).toBe(5000);
});
