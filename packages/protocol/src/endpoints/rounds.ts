import { z } from 'zod';
import { outcomes, purposes, roundStates } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { hotlineCases } from '../hotline-case.ts';
import { roundScope } from '../round-scope.ts';
import { contentHash, day, id, instant, line, localised, quietHours, text, timeOfDay } from '../fields.ts';

const inArea = z.strictObject({ areaId: id });
const oneRound = z.strictObject({ areaId: id, roundId: id });
const path = '/api/areas/{areaId}/rounds/{roundId}';

/** A time of day in which a round goes from door to door. */
export const roundWindow = z
  .strictObject({ days: z.enum(['any', 'weekday', 'weekend']), from: timeOfDay, until: timeOfDay })
  .refine(({ from, until }) => from < until);

export const roundBody = z.strictObject({
  name: line,
  purpose: z.enum(purposes),
  startsOn: day,
  deadline: day,
  attemptsWanted: z.number().int().min(1).max(9).default(3),
  /** Where there are none, the usual ones count. */
  windows: z.array(roundWindow).max(12).default([]),
  quiet: quietHours.default([]),
  questionnaireHash: contentHash.nullable(),
  visitFormHash: contentHash,
  statement: text,
  materials: z.array(line).max(20),
  scope: roundScope,
  teamIds: z.array(id).max(200),
  /** Measurement rounds: the assessor whose round it is, hidden from everybody but the district until it is released. */
  assessorId: id.nullable().default(null),
  /** Hotline rounds: the cases that are gone back to; absent leaves the list as it is. */
  cases: hotlineCases.optional(),
});

export const roundView = roundBody.omit({ cases: true }).extend({
  id,
  state: z.enum(roundStates),
  attemptsWanted: z.number().int(),
  windows: z.array(roundWindow),
  quiet: quietHours,
  statement: z.string(),
  assessorId: id.nullable(),
  assessorName: z.string().nullable(),
  /** The programme whose round in this street it is: everything but its teams is the programme’s. */
  programmeId: id.nullable(),
  releasedAt: instant.nullable(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  frameHash: z.string().nullable(),
  questionnaireTitle: localised.nullable(),
  assigned: z.number().int(),
  settled: z.number().int(),
});
export type RoundView = z.infer<typeof roundView>;

export const listRounds = endpoint({
  name: 'listRounds',
  method: 'get',
  path: '/api/areas/{areaId}/rounds',
  summary: 'Rounds of the street, newest first',
  gate: { kind: 'path', permission: 'rounds.read' },
  params: inArea,
  response: z.array(roundView),
});

/** Coverage rounds are opened by the street, measurement rounds by the district: the handler asks for the second permission. */
export const createRound = endpoint({
  name: 'createRound',
  method: 'post',
  path: '/api/areas/{areaId}/rounds',
  summary: 'Begin a round as a draft',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: inArea,
  body: roundBody,
  response: roundView,
});

export const changeRound = endpoint({
  name: 'changeRound',
  method: 'put',
  path,
  summary: 'Change a draft',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneRound,
  body: roundBody,
  response: roundView,
});

export const readRound = endpoint({
  name: 'readRound',
  method: 'get',
  path,
  summary: 'A round',
  gate: { kind: 'path', permission: 'rounds.read' },
  params: oneRound,
  response: roundView,
});

export const deleteRound = endpoint({
  name: 'deleteRound',
  method: 'delete',
  path,
  summary: 'Throw a draft away',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneRound,
  response: 'nothing',
});

export const openRound = endpoint({
  name: 'openRound',
  method: 'post',
  path: `${path}/open`,
  summary: 'Open a round: freezes the frame and the versions, draws the sample, assigns households to teams',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneRound,
  response: roundView,
});

export const closeRound = endpoint({
  name: 'closeRound',
  method: 'post',
  path: `${path}/close`,
  summary: 'Close a round: opens the sealed remainder, settles what is left, makes the last release',
  gate: { kind: 'path', permission: 'rounds.prepare' },
  params: oneRound,
  response: roundView,
});

/** Once it is closed: before that, who knows the list can prepare its doors. */
export const releaseRound = endpoint({
  name: 'releaseRound',
  method: 'post',
  path: `${path}/release`,
  summary: 'Release an assessor’s round: from now on it is seen like any other',
  gate: { kind: 'path', permission: 'rounds.drawSample' },
  params: oneRound,
  response: roundView,
});

export const listAssessors = endpoint({
  name: 'listAssessors',
  method: 'get',
  path: '/api/areas/{areaId}/assessors',
  summary: 'Who may assess a street: its assessors and the district’s who have no part in it',
  gate: { kind: 'path', permission: 'rounds.drawSample' },
  params: inArea,
  response: z.array(z.strictObject({ id, name: z.string() })),
});

export const assignmentView = z.strictObject({
  householdId: id,
  stairwellId: id,
  address: z.string(),
  teamId: id.nullable(),
  teamName: z.string().nullable(),
  attempts: z.number().int(),
  outcome: z.enum(outcomes).nullable(),
  settled: z.boolean(),
});

export const assignStairwells = endpoint({
  name: 'assignStairwells',
  method: 'post',
  path: `${path}/assignments`,
  summary: 'Give the households of stairwells to a team; the team before is told at its next pull',
  gate: { kind: 'path', permission: 'rounds.assign' },
  params: oneRound,
  body: z.strictObject({ stairwellIds: z.array(id).min(1).max(2000), teamId: id }),
  response: z.strictObject({
    changed: z.number().int(),
    /** Calls that undo this one; null where a stairwell was shared by teams or had none, so that they could not. */
    undo: z.array(z.strictObject({ teamId: id, stairwellIds: z.array(id) })).nullable(),
  }),
});

/** From the street down: communities, their grids, the buildings of a grid, the stairwells of a building. */
export const coverageLevels = ['community', 'grid', 'building', 'stairwell'] as const;
export type CoverageLevel = (typeof coverageLevels)[number];

/** Buildings that belong to no grid are counted together. */
const gridId = z.union([id, z.literal('none')]);

export const coverageRow = z.strictObject({
  /** Of the community, grid, building or stairwell; `none` for buildings in no grid. */
  id: gridId,
  /** Empty for buildings in no grid. */
  name: z.string(),
  /** The two parts of a stairwell's name: its building's and its own; null on the levels above. */
  stairwell: z.strictObject({ building: z.string(), label: z.string() }).nullable(),
  /** Households of the frame that are not known to be ineligible. */
  eligible: z.number().int(),
  /** Eligible households with a final outcome; those left are the others. */
  settled: z.number().int(),
  attempted: z.number().int(),
  /** Eligible households where somebody was met. */
  reached: z.number().int(),
  /** Eligible households with a response (I or P). */
  responded: z.number().int(),
  /** Households of the round with a revisit that nobody has dealt with. */
  revisits: z.number().int(),
  /** The team of a stairwell; null on the levels above. */
  teamId: id.nullable(),
  teamName: z.string().nullable(),
});
export type CoverageRow = z.infer<typeof coverageRow>;

export const readCoverage = endpoint({
  name: 'readCoverage',
  method: 'get',
  path: `${path}/coverage`,
  summary: 'Coverage of a round by community, grid, building or stairwell, below the place in the path',
  gate: { kind: 'path', permission: 'coverage.read' },
  params: oneRound,
  query: z.strictObject({
    by: z.enum(coverageLevels).default('community'),
    gridId: gridId.optional(),
    buildingId: id.optional(),
  }),
  response: z.strictObject({
    dataTime: instant,
    /** The building that was asked for. */
    building: z.strictObject({ id, name: z.string(), communityId: id, gridId: id.nullable() }).nullable(),
    rows: z.array(coverageRow),
  }),
});

export const planView = z.strictObject({
  id,
  roundId: id,
  stairwellId: id,
  place: z.string(),
  teamId: id,
  teamName: z.string(),
  day,
  from: timeOfDay,
  until: timeOfDay,
  note: z.string().nullable(),
  /** The team’s leader has said yes. */
  accepted: z.boolean(),
});
export type PlanView = z.infer<typeof planView>;

export const listPlans = endpoint({
  name: 'listPlans',
  method: 'get',
  path: `${path}/plans`,
  summary: 'Plans of a round that stand',
  gate: { kind: 'path', permission: 'plans.read' },
  params: oneRound,
  response: z.array(planView),
});

export const planBody = z.strictObject({
  stairwellId: id,
  teamId: id,
  day,
  from: timeOfDay,
  until: timeOfDay,
  note: text.optional(),
});

export const makePlan = endpoint({
  name: 'makePlan',
  method: 'post',
  path: `${path}/plans`,
  summary: 'Plan a stairwell: day, window and team',
  gate: { kind: 'path', permission: 'plans.make' },
  params: oneRound,
  body: planBody,
  response: planView,
});

export const cancelPlan = endpoint({
  name: 'cancelPlan',
  method: 'delete',
  path: `${path}/plans/{planId}`,
  summary: 'Take a plan back',
  gate: { kind: 'path', permission: 'plans.make' },
  params: z.strictObject({ areaId: id, roundId: id, planId: id }),
  response: 'nothing',
});
