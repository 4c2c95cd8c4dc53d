import type { AnonymousResponse } from '@huhudao/protocol';
import type { RecordError } from './record.ts';

/**
 * Anonymous responses have their own store and their own, smaller machine. A row holds no household, visit, person,
 * sequence or time, and its key is random, so that neither the store's order nor its content tells where it came from.
 */
export const anonymousStates = ['waiting', 'batched', 'sealed', 'kept', 'refused'] as const;
/**
 * `waiting`: not yet in a batch. `batched`: a member of a batch of five or more that is sent, and sent again, as a
 * whole. `sealed`: to be sent one by one as a sealed box. `kept`: confirmed; only the box is left. `refused`: the
 * server refused it; only the box is left, and the reason.
 */
export type AnonymousState = (typeof anonymousStates)[number];

type Common = {
  /** UUIDv4. */
  readonly id: string;
  readonly streetId: string;
  readonly roundId: string;
  /** The response sealed to the server's key, base64; made once, so that every retry sends the same bytes. */
  readonly box: string;
};

export type AnonymousItem =
  | (Common & { readonly state: 'waiting'; readonly response: AnonymousResponse })
  | (Common & { readonly state: 'batched'; readonly response: AnonymousResponse; readonly batchId: string })
  | (Common & { readonly state: 'sealed' })
  /** `confirmedBy` is the Sunday of the week of confirmation, `YYYY-MM-DD`: it tells the week and no more. */
  | (Common & { readonly state: 'kept'; readonly confirmedBy: string })
  | (Common & { readonly state: 'refused'; readonly error: RecordError });

export const anonymousEvents = [
  /** The batch was too small or too large for the server, or a remainder's time has come. */
  'sealed',
  'acknowledged',
  'rejected',
  'deferred',
  'unclear',
  'serverRestored',
  'offeredAgain',
] as const;
export type AnonymousEvent = (typeof anonymousEvents)[number];

/** The next state; forming a batch is not an event of one response but a step of its own, all members or none. */
export const anonymousTransitions: Record<
  AnonymousState,
  Record<AnonymousEvent, AnonymousState | 'impossible'>
> = {
  waiting: {
    sealed: 'sealed',
    acknowledged: 'impossible',
    rejected: 'impossible',
    deferred: 'impossible',
    unclear: 'impossible',
    serverRestored: 'waiting',
    offeredAgain: 'waiting',
  },
  batched: {
    sealed: 'sealed',
    acknowledged: 'kept',
    rejected: 'refused',
    deferred: 'batched',
    unclear: 'batched',
    serverRestored: 'batched',
    offeredAgain: 'batched',
  },
  sealed: {
    sealed: 'sealed',
    acknowledged: 'kept',
    rejected: 'refused',
    deferred: 'sealed',
    unclear: 'sealed',
    serverRestored: 'sealed',
    offeredAgain: 'sealed',
  },
  kept: {
    sealed: 'kept',
    acknowledged: 'kept',
    rejected: 'kept',
    deferred: 'kept',
    unclear: 'kept',
    serverRestored: 'sealed',
    offeredAgain: 'kept',
  },
  refused: {
    sealed: 'refused',
    acknowledged: 'kept',
    rejected: 'refused',
    deferred: 'refused',
    unclear: 'refused',
    serverRestored: 'sealed',
    offeredAgain: 'sealed',
  },
};

export type AnonymousChange =
  | {
      readonly id: string;
      readonly event: 'sealed' | 'deferred' | 'unclear' | 'serverRestored' | 'offeredAgain';
    }
  | { readonly id: string; readonly event: 'acknowledged'; readonly confirmedBy: string }
  | { readonly id: string; readonly event: 'rejected'; readonly error: RecordError };

/**
 * The row after an event; what a store calls inside its transaction. Whatever leaves `waiting` or `batched` loses its
 * readable answers in the same write.
 * @throws Error where the table says `impossible`.
 */
export function changedItem(item: AnonymousItem, change: AnonymousChange): AnonymousItem {
  const next = anonymousTransitions[item.state][change.event];
  if (next === 'impossible') throw new Error(`Impossible: ${change.event} while ${item.state}`);
  if (next === item.state) return item;
  const { id, streetId, roundId, box } = item;
  if (next === 'kept' && change.event === 'acknowledged')
    return { id, streetId, roundId, box, state: 'kept', confirmedBy: change.confirmedBy };
  if (next === 'refused' && change.event === 'rejected')
    return { id, streetId, roundId, box, state: 'refused', error: change.error };
  return { id, streetId, roundId, box, state: 'sealed' };
}
