import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../fields.ts';

const whole = z.number().int();
const person = z.strictObject({ areaId: id, personId: id });

/** What somebody has in hand: it goes on when they leave. What they did stays theirs, and is not counted. */
export const openWork = z.strictObject({
  personId: id,
  name: z.string(),
  teams: z.array(
    z.strictObject({
      teamId: id,
      name: z.string(),
      communityId: id,
      leads: z.boolean(),
      /** Doors of open rounds that the team has left, and its plans from today on. */
      doors: whole,
      plans: whole,
    }),
  ),
  /** Revisits given to this person that are not dealt with. */
  revisits: whole,
});
export type OpenWork = z.infer<typeof openWork>;

export const readOpenWork = endpoint({
  name: 'readOpenWork',
  method: 'get',
  path: '/api/areas/{areaId}/people/{personId}/open-work',
  summary: 'What somebody has in hand: teams, doors, plans, revisits',
  gate: { kind: 'path', permission: 'teams.manage' },
  params: person,
  response: openWork,
});

/** What becomes of a place in a team: somebody takes it; a member's may stay empty; or all of the team's work goes to another. */
export const placeTaken = z.discriminatedUnion('by', [
  z.strictObject({ teamId: id, by: z.literal('person'), personId: id }),
  z.strictObject({ teamId: id, by: z.literal('nobody') }),
  z.strictObject({ teamId: id, by: z.literal('team'), otherTeamId: id }),
]);

export const replacePerson = endpoint({
  name: 'replacePerson',
  method: 'post',
  path: '/api/areas/{areaId}/people/{personId}/replacement',
  summary:
    'Somebody leaves: their places in teams, open doors, plans and revisits go to others in one transaction',
  gate: { kind: 'path', permission: 'teams.manage' },
  params: person,
  body: z.strictObject({
    /** Every team of the person here, once. */
    teams: z.array(placeTaken).max(200),
    /** Who takes the open revisits; null leaves them in the queue for anybody. */
    revisitsTo: id.nullable(),
  }),
  response: z.strictObject({
    teams: whole,
    disbanded: whole,
    doors: whole,
    plansMoved: whole,
    /** Plans of a team that went, for which the other team had no time. */
    plansReturned: whole,
    revisits: whole,
  }),
});
export type Replaced = z.infer<(typeof replacePerson)['response']>;
