/**
 * The closed lists of the project: every code that is stored, sent or shown.
 *
 * The lists follow docs/glossary.md. Each is a readonly tuple so that the database check,
 * the wire schema and the type are made from the same place.
 */

/** Levels of the administrative tree, from the top down. A household belongs to exactly one community. */
export const areaKinds = ['district', 'street', 'community', 'grid'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** What a person may be. A person holds any number of (role, area) grants. */
export const roles = [
  'worker',
  'buildingHead',
  'teamLeader',
  'communityOffice',
  'streetOffice',
  'districtOffice',
  'responsibleUnit',
  'assessor',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** How a door is lived in. `absent` is 人户分离: registered here, living elsewhere. */
export const occupancies = ['occupied', 'rented', 'vacant', 'absent', 'business', 'demolished'] as const;
/** Doors nobody lives behind: no round goes there. */
export const uninhabited: readonly Occupancy[] = ['vacant', 'business', 'demolished'];
export type Occupancy = (typeof occupancies)[number];

/** Why a round goes from door to door. Rates come from `measurement`. */
export const purposes = ['coverage', 'measurement', 'revisit', 'hotline', 'backcheck'] as const;
export type Purpose = (typeof purposes)[number];

/**
 * Whether a round goes to everybody alike. A second visit, a call to 12345 or a check has to do with one household: of
 * that nothing is said on paper that others read.
 */
export const concernsEverybody = (purpose: Purpose): boolean =>
  purpose === 'coverage' || purpose === 'measurement';

export const roundStates = ['draft', 'open', 'closed', 'archived'] as const;
export type RoundState = (typeof roundStates)[number];

/** How one attempt at one door ended. */
export const outcomes = [
  'completed',
  'partial',
  'visited',
  'refused',
  'refusedHard',
  'appointment',
  'notHome',
  'noAccess',
  'unable',
  'ineligible',
  'vacant',
  'notResidential',
  'notFound',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Disposition groups of the AAPOR Standard Definitions; UH and UO are of unknown eligibility, NE is not eligible. */
export const outcomeGroups = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

/** The AAPOR group each outcome falls into, so that outcome rates come out of the visit log. */
export const groupOfOutcome: Record<Outcome, OutcomeGroup> = {
  completed: 'I',
  partial: 'P',
  visited: 'O',
  refused: 'R',
  refusedHard: 'R',
  appointment: 'NC',
  notHome: 'NC',
  noAccess: 'UH',
  unable: 'O',
  ineligible: 'NE',
  vacant: 'NE',
  notResidential: 'NE',
  notFound: 'UO',
};

/** What the resident chose before the first question. */
export const identityModes = ['named', 'confidential', 'anonymous'] as const;
export type IdentityMode = (typeof identityModes)[number];

/** A response that is stored with its household. */
export const linkedModes = ['named', 'confidential'] as const;
export type LinkedMode = (typeof linkedModes)[number];

/** How the one adult of a household who answers is found, in a measurement round that asks one of each. */
export const adultSelections = ['kish', 'nextBirthday'] as const;
export type AdultSelection = (typeof adultSelections)[number];

/**
 * The most eligible adults a response tells of; more count as so many. Larger weights would be trimmed, and a large
 * household would be known by its number.
 */
export const mostAdultsTold = 4;

/** Who held the questionnaire. */
export const completionModes = ['readAloud', 'handedOver', 'ownDevice'] as const;
export type CompletionMode = (typeof completionModes)[number];

/** Who stood at the door besides the resident; while a head or neighbour is there, reading aloud is not offered. */
export const presences = ['buildingHead', 'neighbour', 'familyMember', 'otherOfficial'] as const;
export type Presence = (typeof presences)[number];

export const indicators = ['awareness', 'participation', 'support', 'satisfaction'] as const;
export type Indicator = (typeof indicators)[number];

/** How a choice of an indicator's headline item counts. `excluded` leaves the base. */
export const counts = ['favourable', 'unfavourable', 'excluded'] as const;
export type Counts = (typeof counts)[number];

/** What a resident may want put right; also what may be passed on to the next visitor. */
export const topics = [
  'rubbish',
  'parking',
  'lighting',
  'lift',
  'noise',
  'dogs',
  'clutter',
  'leakage',
  'paving',
  'safety',
  'other',
] as const;
export type Topic = (typeof topics)[number];

/** What an issue is about: every topic, and what only an issue is reported about; `other` stays the last. */
export const issueCategories = [
  'rubbish',
  'parking',
  'lighting',
  'lift',
  'noise',
  'dogs',
  'clutter',
  'leakage',
  'paving',
  'safety',
  'fireLane',
  'greening',
  'building',
  'neighbours',
  'other',
] as const satisfies readonly (Topic | 'fireLane' | 'greening' | 'building' | 'neighbours')[];
export type IssueCategory = (typeof issueCategories)[number];

export const issueStates = ['reported', 'assigned', 'returned', 'rectified', 'confirmed', 'closed'] as const;
export type IssueState = (typeof issueStates)[number];

/** Media types of the photos of an issue. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof photoTypes)[number];

export const revisitReasons = [
  'lowSatisfaction',
  'residentAsked',
  'issueOverdue',
  'issueReturned',
  'hotlineUnsatisfied',
  'appointmentDue',
  'attemptsLeft',
  'manual',
] as const;
export type RevisitReason = (typeof revisitReasons)[number];

export const revisitStates = ['open', 'planned', 'visited', 'resolved', 'unresolved', 'declined'] as const;
export type RevisitState = (typeof revisitStates)[number];

/** The time zone of every calendar date in the product. Instants are stored with their offset. */
export const timeZone = 'Asia/Shanghai';
