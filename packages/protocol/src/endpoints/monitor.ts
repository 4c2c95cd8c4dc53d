import { z } from 'zod';
import { outcomeGroups } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, instant } from '../fields.ts';
import { outcomeRates } from './rates.ts';

const oneRound = z.strictObject({ areaId: id, roundId: id });
const path = '/api/areas/{areaId}/rounds/{roundId}';
const whole = z.number().int();

export const outcomeRateNames = outcomeRates.keyof().options;
export type OutcomeRateName = (typeof outcomeRateNames)[number];

/** One outcome rate of a place. */
export const monitoredRate = z.strictObject({
  name: z.enum(outcomeRateNames),
  /** In [0, 1]; null where it is 0/0 or rests on too few doors. */
  value: z.number().nullable(),
  /** Doors it is a share of, not whole where e takes part; null where that cannot be had. */
  base: z.number().nullable(),
  state: z.enum(['shown', 'tooFew', 'undefined']),
});

export const monitoredOutcomes = z.strictObject({
  /** Null for all communities together. */
  areaId: id.nullable(),
  areaName: z.string(),
  /** Doors by AAPOR group; a door that nobody has visited is of unknown eligibility (UH). */
  counts: z.record(z.enum(outcomeGroups), whole),
  rates: z.array(monitoredRate),
});
export type MonitoredOutcomes = z.infer<typeof monitoredOutcomes>;

export const readOutcomes = endpoint({
  name: 'readOutcomes',
  method: 'get',
  path: `${path}/outcomes`,
  summary: 'AAPOR outcome rates of a round as it stands, all together and by community',
  gate: { kind: 'path', permission: 'rates.read' },
  params: oneRound,
  response: z.strictObject({
    dataTime: instant,
    /** Doors a rate must rest on to be shown. */
    fewest: whole,
    rows: z.array(monitoredOutcomes),
  }),
});

const doors = z.strictObject({ expected: whole, lower: whole, upper: whole });

export const paceForecast = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('done') }),
  z.strictObject({ state: z.literal('over') }),
  z.strictObject({ state: z.literal('tooEarly'), daysSoFar: whole, daysNeeded: whole }),
  z.strictObject({
    state: z.literal('forecast'),
    days: whole,
    /** Settled doors at the deadline; lower and upper end of the 95% prediction interval. */
    atDeadline: doors,
    /** The day on which nothing is left; null where that is after the deadline. */
    finish: z.strictObject({
      earliest: day.nullable(),
      expected: day.nullable(),
      latest: day.nullable(),
    }),
    verdict: z.enum(['onTrack', 'behind', 'open']),
  }),
]);

export const readPace = endpoint({
  name: 'readPace',
  method: 'get',
  path: `${path}/pace`,
  summary: 'How a round goes: doors settled day by day, and what the deadline will find at this pace',
  gate: { kind: 'path', permission: 'rates.read' },
  params: oneRound,
  response: z.strictObject({
    dataTime: instant,
    startsOn: day,
    deadline: day,
    eligible: whole,
    settled: whole,
    /** Days to the deadline, today included. */
    daysLeft: whole,
    /** Doors a day that would be enough; null where no day is left. */
    neededPerDay: z.number().nullable(),
    /** Every day since the round began: doors settled by their latest visit on it, and all until then. */
    days: z.array(z.strictObject({ day, count: whole, total: whole })),
    forecast: paceForecast,
    /** The days ahead; empty where there is no forecast. */
    ahead: z.array(doors.extend({ day })),
  }),
});
export type RoundPaceView = z.infer<(typeof readPace)['response']>;
