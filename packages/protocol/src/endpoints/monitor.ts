import { z } from 'zod';
import { outcomeGroups, reminderCauses } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, instant, line, timeOfDay } from '../fields.ts';
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

const stuckDoor = z.strictObject({
  householdId: id,
  stairwellId: id,
  buildingId: id,
  communityId: id,
  address: z.string(),
  teamId: id.nullable(),
  teamName: z.string().nullable(),
  attempts: whole,
});

/** The first two hundred of a list, and how many there are. */
const listOf = <T extends z.ZodType>(row: T) => z.strictObject({ total: whole, rows: z.array(row) });

export const readStuck = endpoint({
  name: 'readStuck',
  method: 'get',
  path: `${path}/stuck`,
  summary: 'What does not move in an open round, and why: stairwells, teams, doors and tablets',
  gate: { kind: 'path', permission: 'visits.read' },
  params: oneRound,
  response: z.strictObject({
    dataTime: instant,
    /** Stairwells with doors left that no team has. */
    withoutTeam: listOf(z.strictObject({ stairwellId: id, communityId: id, place: z.string(), left: whole })),
    /** Teams with doors left and no plan from today on. */
    withoutPlan: listOf(z.strictObject({ teamId: id, name: z.string(), communityId: id, left: whole })),
    /** Nobody was met on as many days as were wanted. */
    usedUp: listOf(stuckDoor),
    /** A soft refusal: one more attempt by somebody else, from the day named. */
    refusals: listOf(stuckDoor.extend({ notBefore: day, due: z.boolean() })),
    /** The time agreed upon has passed without a visit. */
    appointments: listOf(stuckDoor.extend({ day, from: timeOfDay })),
    /** Tablets of the round's teams that have not been heard of for days. */
    tablets: listOf(
      z.strictObject({
        deviceId: id,
        name: z.string(),
        teams: z.array(z.strictObject({ id, name: z.string() })),
        lastSeenAt: instant.nullable(),
        /** Records on it, as it last said. */
        unsent: whole.nullable(),
      }),
    ),
  }),
});
export type StuckView = z.infer<(typeof readStuck)['response']>;

export const remindTeams = endpoint({
  name: 'remindTeams',
  method: 'post',
  path: `${path}/reminders`,
  summary: 'Remind teams of a round: each of their people is told inside the product',
  gate: { kind: 'path', permission: 'teams.manage' },
  params: oneRound,
  body: z.strictObject({ teamIds: z.array(id).min(1).max(200), cause: z.enum(reminderCauses) }),
  response: z.strictObject({ people: whole }),
});

export const roundExtension = z.strictObject({
  id,
  from: day,
  to: day,
  reason: z.string(),
  extendedAt: instant,
  byName: z.string(),
  undoneAt: instant.nullable(),
});
export type RoundExtension = z.infer<typeof roundExtension>;

export const listExtensions = endpoint({
  name: 'listExtensions',
  method: 'get',
  path: `${path}/extensions`,
  summary: 'How often and why the deadline of a round was put off, the latest first',
  gate: { kind: 'path', permission: 'rounds.read' },
  params: oneRound,
  response: z.array(roundExtension),
});

export const extendRound = endpoint({
  name: 'extendRound',
  method: 'post',
  path: `${path}/extensions`,
  summary: 'Put off the deadline of an open round, with the reason; tablets get it with their next pull',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneRound,
  body: z.strictObject({ deadline: day, reason: line }),
  response: roundExtension,
});

export const undoExtension = endpoint({
  name: 'undoExtension',
  method: 'delete',
  path: `${path}/extensions/{extensionId}`,
  summary:
    'Take the latest extension back, as long as the former deadline has not passed and nothing is planned after it',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneRound.extend({ extensionId: id }),
  response: 'nothing',
});
