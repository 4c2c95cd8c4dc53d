import { z } from 'zod';
import { occupancies, outcomes, topics } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { id, instant, line, listOf, page, quietHours, text, words } from '../fields.ts';

const inArea = z.strictObject({ areaId: id });

export const householdView = z.strictObject({
  id,
  communityId: id,
  communityName: z.string(),
  gridName: z.string().nullable(),
  compoundName: z.string(),
  buildingId: id,
  buildingLabel: z.string(),
  stairwellId: id,
  stairwellLabel: z.string(),
  floor: z.number().int(),
  room: z.string(),
  occupancy: z.enum(occupancies),
  doNotContact: z.boolean(),
  caution: z.string().nullable(),
  note: z.string().nullable(),
  quiet: quietHours,
  residents: z.array(z.strictObject({ id, name: z.string(), phone: z.string().nullable() })),
});
export type HouseholdView = z.infer<typeof householdView>;

export const listHouseholds = endpoint({
  name: 'listHouseholds',
  method: 'get',
  path: '/api/areas/{areaId}/households',
  summary: 'The register; `search` matches room, building, resident’s name and pinyin initials',
  gate: { kind: 'path', permission: 'households.read' },
  params: inArea,
  query: z.strictObject({
    ...page,
    search: words(60).optional(),
    buildingId: id.optional(),
    stairwellId: id.optional(),
    occupancy: z.enum(occupancies).optional(),
  }),
  response: listOf(householdView),
});

export const changeHousehold = endpoint({
  name: 'changeHousehold',
  method: 'patch',
  path: '/api/areas/{areaId}/households/{householdId}',
  summary: 'Correct a household',
  gate: { kind: 'path', permission: 'households.edit' },
  params: z.strictObject({ areaId: id, householdId: id }),
  body: z.strictObject({
    occupancy: z.enum(occupancies).optional(),
    doNotContact: z.boolean().optional(),
    caution: text.nullable().optional(),
    note: text.nullable().optional(),
    quiet: quietHours.optional(),
  }),
  response: householdView,
});

export const buildingView = z.strictObject({
  id,
  communityId: id,
  compoundName: z.string(),
  label: z.string(),
  gridName: z.string().nullable(),
  households: z.number().int(),
  stairwells: z.array(
    z.strictObject({
      id,
      label: z.string(),
      households: z.number().int(),
      stewardId: id.nullable(),
      stewardName: z.string().nullable(),
    }),
  ),
});
export type BuildingView = z.infer<typeof buildingView>;

export const listBuildings = endpoint({
  name: 'listBuildings',
  method: 'get',
  path: '/api/areas/{areaId}/buildings',
  summary: 'Buildings with their stairwells and building heads',
  gate: { kind: 'path', permission: 'buildings.read' },
  params: inArea,
  response: z.array(buildingView),
});

export const doorView = z.strictObject({
  householdId: id,
  floor: z.number().int(),
  room: z.string(),
  position: z.number().int(),
  span: z.number().int(),
  occupancy: z.enum(occupancies),
  doNotContact: z.boolean(),
  assigned: z.boolean(),
  attempts: z.number().int(),
  outcome: z.enum(outcomes).nullable(),
  settled: z.boolean(),
  revisit: z.boolean(),
});
export type DoorView = z.infer<typeof doorView>;

export const readStairwell = endpoint({
  name: 'readStairwell',
  method: 'get',
  path: '/api/areas/{areaId}/stairwells/{stairwellId}',
  summary: 'The doors of a stairwell, floor by floor, with how they stand in a round',
  gate: { kind: 'path', permission: 'stairwells.read' },
  params: z.strictObject({ areaId: id, stairwellId: id }),
  query: z.strictObject({ roundId: id.optional() }),
  response: z.strictObject({ id, buildingLabel: z.string(), label: z.string(), doors: z.array(doorView) }),
});

export const teamView = z.strictObject({
  id,
  communityId: id,
  name: z.string(),
  leader: z.strictObject({ id, name: z.string() }),
  members: z.array(z.strictObject({ id, name: z.string() })),
});
export type TeamView = z.infer<typeof teamView>;

export const listTeams = endpoint({
  name: 'listTeams',
  method: 'get',
  path: '/api/areas/{areaId}/teams',
  summary: 'Visit teams',
  gate: { kind: 'path', permission: 'teams.read' },
  params: inArea,
  response: z.array(teamView),
});

const teamBody = z.strictObject({ name: line, leaderId: id, memberIds: z.array(id).max(30) });

export const createTeam = endpoint({
  name: 'createTeam',
  method: 'post',
  path: '/api/areas/{areaId}/teams',
  summary: 'Form a visit team in a community',
  gate: { kind: 'path', permission: 'teams.manage' },
  params: inArea,
  body: teamBody,
  response: teamView,
});

export const changeTeam = endpoint({
  name: 'changeTeam',
  method: 'put',
  path: '/api/areas/{areaId}/teams/{teamId}',
  summary: 'Change a team’s name, leader and members',
  gate: { kind: 'path', permission: 'teams.manage' },
  params: z.strictObject({ areaId: id, teamId: id }),
  body: teamBody,
  response: teamView,
});

export const proposalView = z.strictObject({
  id,
  household: householdView,
  proposed: z.enum(occupancies),
  createdAt: instant,
});

export const listProposals = endpoint({
  name: 'listProposals',
  method: 'get',
  path: '/api/areas/{areaId}/occupancy-proposals',
  summary: 'Occupancy changes that visits propose, to be confirmed',
  gate: { kind: 'path', permission: 'households.edit' },
  params: inArea,
  response: z.array(proposalView),
});

export const decideProposal = endpoint({
  name: 'decideProposal',
  method: 'post',
  path: '/api/areas/{areaId}/occupancy-proposals/{proposalId}',
  summary: 'Confirm or dismiss an occupancy change',
  gate: { kind: 'path', permission: 'households.edit' },
  params: z.strictObject({ areaId: id, proposalId: id }),
  body: z.strictObject({ accept: z.boolean() }),
  response: 'nothing',
});

/** What a visit passes on; shown beside the household, never an answer. */
export const passedOn = z.array(z.enum(topics));
