/** Random lists of acts for the simulation, weighted so that most runs get somewhere and every fault is met. */
import fc from 'fast-check';
import { faults, type Death } from './faulty-world.ts';
import type { Act } from './simulation.ts';

const living = { arbitrary: fc.constant(null), weight: 2 };
const death = fc.oneof(living, {
  arbitrary: fc.record<NonNullable<Death>>({ at: fc.integer({ min: 1, max: 40 }), after: fc.boolean() }),
  weight: 1,
});
const script = fc.array(
  fc.oneof({ arbitrary: fc.constant('none' as const), weight: 2 }, fc.constantFrom(...faults)),
  { maxLength: 8 },
);
const hoursOfAWeek = 7 * 24;

const visit = fc.record<Extract<Act, { act: 'visit' }>>({
  act: fc.constant('visit'),
  response: fc.constantFrom('none', 'confidential', 'anonymous', 'anonymous', 'anonymous'),
  verdict: fc.constantFrom('accept', 'accept', 'accept', 'parallel', 'metLater', 'reject', 'defer', 'fail'),
  death: fc.oneof(
    { ...living, weight: 8 },
    { arbitrary: fc.record({ at: fc.constant(1), after: fc.boolean() }), weight: 1 },
  ),
});
const run = fc.record<Extract<Act, { act: 'run' }>>({
  act: fc.constant('run'),
  script,
  death,
  endShift: fc.boolean(),
});
const issue = fc.record<Extract<Act, { act: 'issue' }>>({
  act: fc.constant('issue'),
  sizes: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 3 }),
  discarded: fc.oneof(
    { arbitrary: fc.constant(false), weight: 4 },
    { arbitrary: fc.constant(true), weight: 1 },
  ),
  death: fc.oneof(
    { ...living, weight: 4 },
    { arbitrary: fc.record({ at: fc.integer({ min: 1, max: 4 }), after: fc.boolean() }), weight: 1 },
  ),
});
const other = fc.oneof<fc.Arbitrary<Act>[]>(
  fc.record({ act: fc.constant('twoTabs' as const), scripts: fc.tuple(script, script) }),
  fc.record({ act: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 600 }) }),
  fc.record({
    act: fc.constant('setClock' as const),
    hoursOff: fc.integer({ min: -hoursOfAWeek, max: hoursOfAWeek }),
  }),
  fc.record({ act: fc.constant('wifi' as const), on: fc.boolean() }),
  fc.constantFrom<Act[]>(
    { act: 'correct' },
    { act: 'lateRequestsArrive' },
    { act: 'backUp' },
    { act: 'restore' },
  ),
);

/** At most three weeks of waiting, so that nothing is forgotten for its age. */
export const acts = fc.array(
  fc.oneof(
    { arbitrary: visit, weight: 5 },
    { arbitrary: issue, weight: 1 },
    { arbitrary: run, weight: 3 },
    { arbitrary: other, weight: 2 },
  ),
  { minLength: 5, maxLength: 50, size: 'max' },
);
