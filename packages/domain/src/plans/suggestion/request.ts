import type { AttemptCause, DoorHistory, NextAttempt } from '../callbacks.ts';
import type { ContactTally, TimeEstimate } from '../contact-times.ts';
import type { PlannedSlot, RoundTimes, TimeWindow } from '../slots.ts';

export type SuggestedStairwell = { id: string; communityId: string };

export type SuggestedDoor = DoorHistory & {
  householdId: string;
  stairwellId: string;
  /** Hours in which nobody knocks here. */
  quiet: readonly TimeWindow[];
};

export type SuggestedTeam = { id: string; communityId: string; doorsPerHour: number };

/** What a plan is suggested from. Days are `YYYY-MM-DD`, times `HH:MM`, both in Asia/Shanghai. */
export type SuggestRequest = {
  today: string;
  /** The first day that is planned; appointments of `today` appear all the same. */
  firstDay: string;
  round: RoundTimes & { id: string; attemptsWanted: number };
  /** In walking order: the stairwells of a building, the buildings of a compound, one after the other. */
  stairwells: readonly SuggestedStairwell[];
  /** Every door of the round in these stairwells, in the order in which it is to be visited. */
  doors: readonly SuggestedDoor[];
  /** The teams that take part; a team visits in its own community only. */
  teams: readonly SuggestedTeam[];
  /** The people of every team of the round and of `standing`: leader, building head, members. */
  people: ReadonlyMap<string, readonly string[]>;
  /** Plans of the street that stand, of this round and of others. */
  standing: readonly PlannedSlot[];
  contacts: ContactTally;
};

/** Why a slot is as it is. */
export type SlotReason =
  | { code: 'appointment'; doors: number }
  | { code: AttemptCause; doors: number }
  /** Empty on a weekday morning before: now an evening or a weekend. */
  | { code: 'emptyWeekdayMornings'; doors: number }
  /** What is known of this time of day here, with its sample size. */
  | { code: 'timeOfDay'; estimate: TimeEstimate }
  /** The team comes from there without a break. */
  | { code: 'walkingOrder'; after: string }
  /** Not the team's own stretch: its own team has no time left, or has been refused there. */
  | { code: 'helping'; teamId: string };

/** A slot with the doors it is for. `id` is only good within one suggestion. */
export type SuggestedSlot = PlannedSlot & {
  householdIds: readonly string[];
  appointmentIds: readonly string[];
  reasons: readonly SlotReason[];
};

export type LeftOverReason =
  /** No team of the round works in the community. */
  | 'noTeam'
  /** May not be tried again before the deadline. */
  | 'tooLate'
  /** All people of all teams of the community have been refused here. */
  | 'nobodyElse'
  /** No window of the round is a time at which the door may be tried. */
  | 'noWindow'
  /** The appointment is after the deadline or outside the visiting hours. */
  | 'appointmentOutside'
  /** The teams have no time left at which the door may be tried. */
  | 'noTime';

export type LeftOver = { householdId: string; stairwellId: string; reason: LeftOverReason };

/** Every door of the request is in exactly one of the four. */
export type Suggestion = {
  /** In order of day, time and team. */
  slots: readonly SuggestedSlot[];
  leftOver: readonly LeftOver[];
  /** Doors a plan of this round that stands will reach. */
  covered: readonly { householdId: string; slotId: string }[];
  /** Doors where nothing more is to be tried. */
  closed: readonly { householdId: string; reason: ClosedReason }[];
};

export type ClosedReason = Extract<NextAttempt, { state: 'closed' }>['reason'];
