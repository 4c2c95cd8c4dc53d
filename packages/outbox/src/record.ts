import type { Mutation, MutationKind, MutationPayload, ProblemCode, ProblemDetails } from '@huhudao/protocol';
import { isConfirmed, nextState, type FrozenState, type OutboxEvent } from './states.ts';

/** Why a record is not confirmed, as the sync screen shows it. Never personal data, never answers. */
export type RecordError = { readonly code: ProblemCode; readonly details: ProblemDetails };

/** Which door the sync screen names. Stays on the tablet; it is not sent. */
export type RecordLabel = {
  readonly roundId: string | null;
  readonly stairwellId: string | null;
  readonly householdId: string | null;
  /** What it was called when the record was made: the door may leave the tablet before the record does. */
  readonly place?: PlaceName;
};

/** The parts of a stairwell's name, or of a door's in it. */
export type PlaceName = {
  readonly compound: string;
  readonly building: string;
  readonly stairwell: string;
  readonly room: string | null;
};

/**
 * What is sent. Fixed at freezing; once the server has confirmed a response, only `sealed` is left of it: the tablet
 * can offer it again after a restore and cannot read it.
 */
export type RecordContent =
  | {
      readonly form: 'readable';
      readonly payload: MutationPayload<MutationKind>;
      readonly sealed: string | null;
    }
  | { readonly form: 'sealed'; readonly sealed: string };

/** The part of a record that events change, and what orders it. Holds nothing personal, so a store may index it. */
export type RecordHead = {
  /** UUIDv7; also the id of the visit, response or plan it creates. */
  readonly id: string;
  readonly streetId: string;
  /** Counts the records of this store upwards from 1; order within the tablet whatever its clock says. */
  readonly sequence: number;
  /** The tablet's clock at freezing, ISO 8601 in UTC. */
  readonly deviceTime: string;
  readonly kind: MutationKind;
  readonly state: FrozenState;
  /** How often it was taken into a batch. */
  readonly attempts: number;
  readonly lastError: RecordError | null;
  /** The server's clock at confirmation, ISO 8601; null until then. */
  readonly confirmedAt: string | null;
  /** The record that took the place of this refused one; it is kept, and never offered again. */
  readonly correctedBy: string | null;
};

export type RecordSummary = RecordHead & { readonly label: RecordLabel };
export type FrozenRecord = RecordSummary & { readonly content: RecordContent };

/** One event for one record. */
export type RecordChange =
  | { readonly id: string; readonly event: 'pick' | 'restarted' | 'serverRestored' | 'offeredAgain' }
  | { readonly id: string; readonly event: 'acknowledged' | 'acknowledgedParallel'; readonly at: string }
  | { readonly id: string; readonly event: 'rejected'; readonly error: RecordError }
  /** `error` is null where there was no answer at all. */
  | { readonly id: string; readonly event: 'unclear'; readonly error: RecordError | null }
  | { readonly id: string; readonly event: 'deferred' };

/**
 * The head after an event; what a store calls inside its transaction, on the head as it is there.
 * @throws Error where the table says `impossible`.
 */
export function changedHead(head: RecordHead, change: RecordChange): RecordHead {
  const offersAgain = change.event === 'serverRestored' || change.event === 'offeredAgain';
  if (offersAgain && head.correctedBy !== null) return head;
  const state = nextState(head.state, change.event satisfies OutboxEvent);
  switch (change.event) {
    case 'pick':
      return { ...head, state, attempts: head.attempts + (state === 'sending' ? 1 : 0) };
    case 'acknowledged':
    case 'acknowledgedParallel':
      return { ...head, state, lastError: null, confirmedAt: confirmedBefore(head) ?? change.at };
    case 'rejected':
    case 'unclear':
      return isConfirmed(state) ? head : { ...head, state, lastError: errorKept(head, change) };
    case 'serverRestored':
      return { ...head, state, confirmedAt: isConfirmed(state) ? head.confirmedAt : null };
    case 'deferred':
    case 'restarted':
    case 'offeredAgain':
      return { ...head, state };
  }
}

/** What is said of a confirmed record later does not make it younger. */
const confirmedBefore = ({ state, confirmedAt }: RecordHead): string | null =>
  isConfirmed(state) ? confirmedAt : null;

/**
 * The head of a refused record once a new one took its place.
 * @throws Error where it is not refused: what the server has confirmed meanwhile needs an amendment instead.
 */
export function correctedHead(head: RecordHead, by: string): RecordHead {
  if (head.state !== 'needsAttention')
    throw new Error(`Only a refused record can be corrected: ${head.state}`);
  return { ...head, correctedBy: by };
}

/** The reason for a refusal outlives a later silence about the same record. */
function errorKept(head: RecordHead, change: { event: 'rejected' | 'unclear'; error: RecordError | null }) {
  return head.state === 'needsAttention' && change.event === 'unclear' ? head.lastError : change.error;
}

/** What a store keeps of the content once the head is in this state: of a confirmed response only the sealed form. */
export function contentAfter(state: FrozenState, content: RecordContent): RecordContent {
  if (!isConfirmed(state) || content.form === 'sealed' || content.sealed === null) return content;
  return { form: 'sealed', sealed: content.sealed };
}

/** The record that this one corrects or takes back; null where it stands by itself. */
export function namedRecord({ content }: FrozenRecord): string | null {
  if (content.form === 'sealed') return null;
  if ('visitId' in content.payload) return content.payload.visitId;
  return 'planId' in content.payload ? content.payload.planId : null;
}

/** A record as it is sent: a sealed one goes as `{ sealed }`, which the server opens before anything else. */
export function toMutation(record: FrozenRecord): Omit<Mutation, 'payload'> & { payload: unknown } {
  const { id, sequence, deviceTime, kind, content } = record;
  const payload = content.form === 'readable' ? content.payload : { sealed: content.sealed };
  return { id, sequence, deviceTime, kind, payload };
}
