import { z } from 'zod';
import {
  contactCells,
  issueCategories,
  issueStates,
  occupancies,
  outcomes,
  purposes,
  revisitStates,
  topics,
} from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { contentHash, day, id, instant, quietHours, timeOfDay, words } from '../fields.ts';
import { adultRule } from '../round-scope.ts';
import { pulledNotice } from './notices.ts';
import { roundWindow } from './rounds.ts';
import { anonymousBody, pushBody, pushResponse, sealedBody } from '../sync.ts';

export const push = endpoint({
  name: 'push',
  method: 'post',
  path: '/api/sync/push',
  summary: 'Records from a tablet: one street, one transaction, a result for each record',
  gate: { kind: 'device', permission: 'sync.pull', revokedToo: true },
  body: pushBody,
  response: pushResponse,
});

export const pushAnonymous = endpoint({
  name: 'pushAnonymous',
  method: 'post',
  path: '/api/sync/anonymous',
  summary: 'Anonymous responses, shuffled, at least five at a time',
  gate: { kind: 'device', permission: 'visits.record' },
  body: anonymousBody,
  response: pushResponse,
});

export const pushSealed = endpoint({
  name: 'pushSealed',
  method: 'post',
  path: '/api/sync/sealed',
  summary:
    'The remainder of anonymous responses: checked on arrival, stored sealed, counted when the round closes',
  gate: { kind: 'device', permission: 'visits.record', revokedToo: true },
  body: sealedBody,
  response: pushResponse,
});

export const pulledRound = z.strictObject({
  id,
  name: z.string(),
  purpose: z.enum(purposes),
  state: z.string(),
  startsOn: day,
  deadline: day,
  attemptsWanted: z.number().int(),
  /** When teams go from door to door, and hours in which they do not. */
  windows: z.array(roundWindow).min(1),
  quiet: quietHours,
  statement: z.string(),
  materials: z.array(z.string()),
  questionnaireHash: contentHash.nullable(),
  visitFormHash: contentHash,
  /** One adult of each household answers, found by this rule; absent where whoever opens may. */
  adults: adultRule.optional(),
  /** With what this tablet signs the links on its slips; absent where one does not visit in the round. */
  slip: z
    .strictObject({
      /** This tablet, as its links name it. */
      maker: id,
      key: z.string(),
      /** Where residents reach the server, without a trailing slash; null: where the tablet does. */
      origin: z.string().nullable(),
    })
    .optional(),
});

export const pulledAssignment = z.strictObject({
  roundId: id,
  householdId: id,
  stairwellId: id,
  teamId: id.nullable(),
  /** True when it went to another team: the tablet takes it off its list. */
  gone: z.boolean(),
  attempts: z.number().int(),
  latestOutcome: z.enum(outcomes).nullable(),
  latestAt: instant.nullable(),
  outcome: z.enum(outcomes).nullable(),
  settled: z.boolean(),
  /** Agreed at the door. */
  appointment: z.strictObject({ day, from: timeOfDay, until: timeOfDay }).nullable(),
  /** Chosen by the resident with a link, as long as it stands; the note goes to the team alone. */
  chosen: z
    .strictObject({
      day,
      from: timeOfDay,
      until: timeOfDay,
      note: z.string().nullable(),
      chosenAt: instant,
    })
    .optional(),
  /** The 12345 cases the team goes back to at this door; absent where there are none. */
  cases: z.array(z.strictObject({ number: z.string(), topic: z.string().nullable() })).optional(),
  /** What decides when to try again, where there is anything to try: the visits of this round in order of occurrence. */
  visits: z.array(
    z.strictObject({
      outcome: z.enum(outcomes),
      at: instant,
      /** Who was refused here: somebody else asks. Of other visits nobody is named. */
      by: id.nullable(),
    }),
  ),
});

export const pulledHousehold = z.strictObject({
  id,
  stairwellId: id,
  communityId: id,
  floor: z.number().int(),
  room: z.string(),
  position: z.number().int(),
  span: z.number().int(),
  occupancy: z.enum(occupancies),
  doNotContact: z.boolean(),
  /** Hours of the day in which nobody knocks here. */
  quiet: quietHours,
  caution: z.string().nullable(),
  residentName: z.string().nullable(),
  initials: z.string().nullable(),
  phone: z.string().nullable(),
});

export const pulledStairwell = z.strictObject({
  id,
  communityId: id,
  communityName: z.string(),
  compoundName: z.string(),
  buildingId: id,
  buildingLabel: z.string(),
  buildingPosition: z.number().int(),
  label: z.string(),
  position: z.number().int(),
  /** The community’s, as its notice boards publish it; absent where none was written down. */
  communityPhone: z.string().optional(),
  /** True where the person is this stairwell’s building head. */
  mine: z.boolean(),
});

export const pulledPlan = z.strictObject({
  id,
  roundId: id,
  stairwellId: id,
  teamId: id,
  day,
  from: timeOfDay,
  until: timeOfDay,
  note: z.string().nullable(),
  cancelled: z.boolean(),
  /** The team’s leader has said yes; until then it is proposed, and holds its stairwell all the same. */
  accepted: z.boolean(),
});

/** Hours in which a team one may plan for, or people of it, are elsewhere. Where is not told. */
export const pulledBusy = z.strictObject({
  /** Of the plan. */
  id,
  teamId: id,
  /** Who of the people of the teams one may plan for goes along. */
  personIds: z.array(id),
  day,
  from: timeOfDay,
  until: timeOfDay,
  cancelled: z.boolean(),
});

export const pulledTeam = z.strictObject({
  id,
  communityId: id,
  name: z.string(),
  leaderId: id,
  /** Which of the rounds the team takes part in. */
  roundIds: z.array(id),
  members: z.array(z.strictObject({ id, name: z.string() })),
  /** True where the person is in it or leads it. */
  mine: z.boolean(),
});

/** Topics only: below the street office nobody is told why. */
export const pulledRevisit = z.strictObject({
  id,
  householdId: id,
  state: z.enum(revisitStates),
  dueOn: day,
  plannedOn: day.nullable(),
  topics: z.array(z.enum(topics)),
  /** What the household was promised last; null where nothing was. */
  promise: z.string().nullable(),
  /** True where it was given to this person: its door is theirs to visit even when no open round lists it. */
  own: z.boolean(),
  /** True when it was dealt with or went to somebody else: the tablet takes it off its list. */
  gone: z.boolean(),
});

/** An open issue at a door of one’s teams. */
export const pulledIssue = z.strictObject({
  id,
  householdId: id,
  category: z.enum(issueCategories),
  state: z.enum(issueStates),
  reportedOn: day,
  note: z.string(),
  /** True when nothing is to be done about it any more: the tablet takes it off its list. */
  gone: z.boolean(),
});

/** What a plan is suggested from besides doors and plans: counts, never of a person. */
export const pulledPlanning = z.strictObject({
  /** The day they were counted. */
  day,
  paces: z.array(
    z.strictObject({
      teamId: id,
      doorsPerHour: z.number().positive(),
      /** How many occasions it is the median of; 0 for the default. */
      occasions: z.number().int(),
      from: z.enum(['team', 'everyone', 'default']),
    }),
  ),
  /** How often somebody was met, by part of the day; stairwells in reach and their communities. */
  contacts: z.array(
    z.strictObject({
      level: z.enum(['stairwell', 'community']),
      id,
      cells: z.partialRecord(
        z.enum(contactCells),
        z.strictObject({ tries: z.number().int(), reached: z.number().int() }),
      ),
    }),
  ),
});
export type PulledPlanning = z.infer<typeof pulledPlanning>;

export const pullResponse = z.strictObject({
  /** Give it back as `since` next time. */
  cursor: z.string(),
  /** True where the tablet must replace its reference data instead of merging: first pull, or another scope. */
  reset: z.boolean(),
  epoch: id,
  serverTime: instant,
  rounds: z.array(pulledRound),
  teams: z.array(pulledTeam),
  stairwells: z.array(pulledStairwell),
  households: z.array(pulledHousehold),
  assignments: z.array(pulledAssignment),
  plans: z.array(pulledPlan),
  busy: z.array(pulledBusy),
  revisits: z.array(pulledRevisit),
  issues: z.array(pulledIssue),
  /**
   * Ids of one’s own visits that stand beside another team’s at the same door on the same day, whichever came first and
   * on whichever tablet it was recorded. Of the other visit nothing is told.
   */
  parallelVisits: z.array(id),
  /** One’s own in this street, the latest fifty, whole each time; none from a server that is older than the app. */
  notices: z.array(pulledNotice).default([]),
  /** For who may plan, at the first pull of a day; null where what was told before stands. */
  planning: pulledPlanning.nullable(),
});
export type PullResponse = z.infer<typeof pullResponse>;

export const pull = endpoint({
  name: 'pull',
  method: 'get',
  path: '/api/sync/pull',
  summary: 'What changed in one’s scope since a cursor',
  gate: { kind: 'device', permission: 'sync.pull' },
  query: z.strictObject({ streetId: id, since: words(200).optional() }),
  response: pullResponse,
});

export const pullVersion = endpoint({
  name: 'pullVersion',
  method: 'get',
  path: '/api/sync/versions/{hash}',
  summary: 'A published questionnaire or visit form by its hash; never changes',
  gate: { kind: 'device', permission: 'sync.pull' },
  params: z.strictObject({ hash: contentHash }),
  response: z.strictObject({
    hash: contentHash,
    kind: z.enum(['questionnaire', 'visitForm']),
    definition: z.record(z.string(), z.unknown()),
    compiled: z.unknown(),
  }),
});
