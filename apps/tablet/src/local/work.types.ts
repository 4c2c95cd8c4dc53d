import type {
  CompletionMode,
  IdentityMode,
  IssueCategory,
  Outcome,
  Presence,
  RevisitState,
  Topic,
} from '@huhudao/domain';
import type { PlaceName, Work } from '@huhudao/outbox';
import type { AdultRule, Answers, MutationPayload, PhotoReference } from '@huhudao/protocol';

/** Which door, in which round. */
export type DoorRef = { streetId: string; roundId: string; stairwellId: string; householdId: string };

export type Appointment = { day: string; from: string; until: string };

/** A visit this tablet recorded, as its screens show it. */
export type OwnVisit = DoorRef & {
  kind: 'visit';
  outcome: Outcome;
  /** Device time, ISO 8601. */
  at: string;
  appointment: Appointment | null;
  /** Its form says that a slip was left. */
  slip?: true;
};

/** A plan made on this tablet. */
export type OwnPlan = { kind: 'plan'; streetId: string } & MutationPayload<'planVisit'>;
/** A plan taken back on this tablet. */
export type OwnCancel = { kind: 'cancelPlan'; streetId: string; planId: string };
/** A plan of my team I have said yes to on this tablet. */
export type OwnAccept = { kind: 'acceptPlan'; streetId: string; planId: string };
/** What came of a revisit. */
export type OwnRevisit = { kind: 'revisit'; streetId: string; revisitId: string; state: RevisitState };

/** That a slip was left, added to a visit; its id is the amendment’s. */
export type OwnSlip = DoorRef & { kind: 'slip'; visitId: string };

/** What a resident wants put right; its id is the issue's. */
export type OwnIssue = DoorRef & {
  kind: 'issue';
  category: IssueCategory;
  note: string;
  /** Device time, ISO 8601. */
  at: string;
};

/**
 * What was recorded on this tablet, until the next pull tells it as well. `id` is also the outbox record's; whether it
 * has reached the office is the outbox's to say.
 */
export type OwnRecord = { id: string } & (
  | OwnVisit
  | OwnPlan
  | OwnCancel
  | OwnAccept
  | OwnRevisit
  | OwnIssue
  | OwnSlip
);

/** The questionnaire or visit form of a draft: the version it was begun on, the answers, and where one was. */
export type FormDraft = {
  hash: string;
  answers: Answers;
  /** Name of the page, and of the question last answered; null before the first. */
  page: string | null;
  question: string | null;
};

/**
 * `ownDevice`: the resident answers on their own phone. `handBack`: the resident has answered and gives the tablet back; the answers are out of reach from
 * then on.
 */
export const visitSteps = [
  'say',
  'adult',
  'present',
  'identity',
  'ownDevice',
  'questions',
  'handBack',
  'topics',
  'form',
  'finish',
] as const;
export type VisitStep = (typeof visitSteps)[number];

/** The adults of a household who may answer, as counted at the door; `men` where the Kish grid asks it. */
export type CountedAdults = { all: number; men: number | null };

/** How far the answers got: `open` while questions are asked, `finished`, or `stopped` at the resident's word. */
export type AnsweringState = 'open' | 'finished' | 'stopped';

/** A visit in the middle of being written; one a door and round. */
export type Draft = DoorRef & {
  id: string;
  /** What its door was called when it was begun: it may leave the tablet. Drafts of former versions have none. */
  place?: PlaceName;
  communityId: string;
  startedAt: string;
  step: VisitStep;
  present: Presence[];
  companionIds: string[];
  identityMode: IdentityMode | null;
  completionMode: CompletionMode | null;
  /** When the resident agreed to the mode; for an anonymous response it stays null. */
  consentedAt: string | null;
  answering: AnsweringState | null;
  /** The refused visit this one takes the place of; null where it is a visit of its own. */
  corrects: string | null;
  /** The link for the resident’s own phone, its ticket spent; null where there is none. */
  ownLink: string | null;
  /** Hashes of the tickets behind the links that were shown: answers given on the tablet after all say so. */
  ownTickets: string[];
  /** The visit was recorded as `partial`: the answers wait for another one, or for the end of the round. */
  partialSent: boolean;
  questionnaire: FormDraft | null;
  /** By what rule the adult who answers is found; absent where whoever opens may answer. */
  adultRule?: AdultRule;
  /** Absent until they are counted. */
  adults?: CountedAdults;
  topics: Topic[];
  form: FormDraft;
  /** How the visit ended; null until it is known. */
  outcome: Outcome | null;
  appointment: Appointment | null;
};

/** A photo of an issue that is being written; its bytes are in the store of photos under the same id. */
export type ConcernPhoto = PhotoReference & { id: string };

/** An issue in the middle of being written; one a door. `id` is also that of the record it becomes. */
export type ConcernDraft = DoorRef & {
  id: string;
  category: IssueCategory | null;
  note: string;
  mayNameDoor: boolean;
  photos: ConcernPhoto[];
};

/** What the app writes beside the outbox records, in the same transaction. */
export type LocalPart = {
  own: OwnRecord[];
  /** The held work this becomes; it is done with. */
  heldIds: string[];
  /** The drafts this becomes without having been held. */
  draftIds: string[];
};

/** A change of the plan, as the undo bar names it, and how many slots it is about. */
export type PlanChange = { did: 'planned' | 'moved' | 'cancelled' | 'accepted'; count: number };

/**
 * Work that is saved and can still be taken back: on the disk at once, frozen into the outbox a few seconds later or
 * at the next start.
 */
export type HeldWork = {
  id: string;
  /** When the worker finished: device time, milliseconds since 1970. It becomes the records' time. */
  heldAt: number;
  /** What the undo bar names: the doors and how it ended; no outcome where it is a revisit that was dealt with. */
  doors: DoorRef[];
  outcome: Outcome | null;
  /** The draft this finishes, as it was: taking the work back brings it back. Null where none was written. */
  finishes: Draft | null;
  /** The issue this reports, as it was written: taking the work back brings it back. */
  concern?: ConcernDraft;
  /** What it changes of the plan. */
  planned?: PlanChange;
  /** What stays of that draft for another visit. */
  leaves: Draft | null;
  work: Work<LocalPart>;
};
