import type { Failure, Report } from './campaign.ts';

const listed = (counts: readonly [string, number][]): string =>
  counts.map(([name, count]) => `${name} ${count}`).join(', ');

/** What a campaign did and found, for the terminal and for docs/benchmarks.md. */
export function describeReport({ tally, tablets, failures, seconds }: Report): string {
  const found = failures.flatMap((failure) => failure.found);
  const of = (kind: string): number => found.filter((one) => one.startsWith(`${kind}:`)).length;
  const lines = [
    `${tally.total('interleavings')} interleavings (${listed(tally.group('interleavings'))}), ${seconds} s`,
    `tablets: ${tablets} in the districts, ${tally.total('tablets')} started`,
    `records: ${tally.total('records')} (${listed(tally.group('records'))})`,
    `ended: ${listed(tally.group('ended'))}`,
    `requests: ${tally.total('requests')} (${listed(tally.group('requests'))})`,
    `faults on them: ${tally.total('faults')} (${listed(tally.group('faults'))})`,
    `faults on photos among them: ${tally.total('faults on photos')} (${listed(tally.group('faults on photos'))})`,
    `deaths of the app: ${tally.total('deaths')} (${listed(tally.group('deaths'))})`,
    `acts: ${listed(tally.group('acts'))}`,
    `office: ${listed(tally.group('office'))}`,
    `lost ${of('lost')}, duplicate ${of('duplicate')}, discarded ${of('discarded')}, miscounted ${of('miscounted')}, other ${
      found.length - ['lost', 'duplicate', 'discarded', 'miscounted'].reduce((sum, kind) => sum + of(kind), 0)
    }`,
  ];
  return [...lines, ...failures.slice(0, 10).map(describeFailure)].join('\n');
}

/** What was found, and the one command that shows it again. */
export function describeFailure({ seed, found }: Failure): string {
  return [
    `seed ${seed}:`,
    ...found.map((one) => `  ${one}`),
    `  again: SEED=${seed} npx vitest run --project pg tests/faults/replay.pg.test.ts`,
  ].join('\n');
}
