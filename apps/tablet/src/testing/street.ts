/** A small street as a pull tells it, for tests of what the tablet makes of it. */
import { usualWindows } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import type {
  Assignment,
  Household,
  Revisit,
  Round,
  Stairwell,
  StreetReference,
  Team,
} from '../local/reference.types.ts';
import type { OwnWork } from '../work/own-work.ts';

const formHash = 'f'.repeat(64);
const questionnaireHash = 'a'.repeat(64);

export const noWork: OwnWork = { own: [], held: [], drafts: [], records: [], confirmed: new Map() };

export function someRound(over: Partial<Round> = {}): Round {
  return {
    id: newId(),
    name: '11月普访',
    purpose: 'coverage',
    state: 'open',
    startsOn: '2026-11-01',
    deadline: '2026-11-30',
    attemptsWanted: 3,
    windows: [...usualWindows],
    quiet: [],
    statement: '',
    materials: [],
    questionnaireHash,
    visitFormHash: formHash,
    ...over,
  };
}

export function someStairwell(over: Partial<Stairwell> = {}): Stairwell {
  return {
    id: newId(),
    communityId: newId(),
    communityName: '柳荫社区',
    compoundName: '滨江苑',
    buildingId: newId(),
    buildingLabel: '3栋',
    buildingPosition: 3,
    label: '1单元',
    position: 1,
    mine: false,
    ...over,
  };
}

export function someHousehold(stairwell: Stairwell, over: Partial<Household> = {}): Household {
  return {
    id: newId(),
    stairwellId: stairwell.id,
    communityId: stairwell.communityId,
    floor: 1,
    room: '101',
    position: 1,
    span: 1,
    occupancy: 'occupied',
    doNotContact: false,
    quiet: [],
    caution: null,
    residentName: '张建华',
    initials: 'zjh',
    phone: null,
    ...over,
  };
}

export function assigned(round: Round, household: Household, over: Partial<Assignment> = {}): Assignment {
  return {
    roundId: round.id,
    householdId: household.id,
    stairwellId: household.stairwellId,
    teamId: null,
    gone: false,
    attempts: 0,
    latestOutcome: null,
    latestAt: null,
    outcome: null,
    settled: false,
    appointment: null,
    visits: [],
    ...over,
  };
}

export function someTeam(round: Round, over: Partial<Team> = {}): Team {
  return {
    id: newId(),
    communityId: newId(),
    name: '柳荫一组',
    leaderId: newId(),
    roundIds: [round.id],
    members: [],
    mine: true,
    ...over,
  };
}

export function someRevisit(household: Household, over: Partial<Revisit> = {}): Revisit {
  return {
    id: newId(),
    householdId: household.id,
    state: 'open',
    dueOn: '2026-11-20',
    plannedOn: null,
    topics: ['lift'],
    promise: null,
    own: false,
    gone: false,
    ...over,
  };
}

export function someStreet(over: Partial<StreetReference> = {}): StreetReference {
  return {
    streetId: newId(),
    cursor: '1',
    serverTime: '2026-11-20T08:00:00.000Z',
    rounds: [],
    teams: [],
    stairwells: [],
    households: [],
    assignments: [],
    plans: [],
    busy: [],
    planning: [],
    revisits: [],
    issues: [],
    ...over,
  };
}
