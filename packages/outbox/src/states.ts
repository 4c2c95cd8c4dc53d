/**
 * The states of an outbox record and what each event does to it: the whole behaviour in one table, which the
 * compiler keeps complete. SPEC.md shows it for reading; a test keeps both the same.
 *
 * Nothing here deletes. What the server confirmed stays confirmed until the server itself was restored.
 */

export const outboxStates = ['draft', 'queued', 'sending', 'accepted', 'parallel', 'needsAttention'] as const;
/**
 * `draft`: still being written, no record yet. `queued`: frozen, waiting to be sent. `sending`: its bytes may be on
 * the way. `accepted`: the server confirmed it. `parallel`: confirmed, and another team was at that door that day.
 * `needsAttention`: the server refused it; it waits here with the reason.
 */
export type OutboxState = (typeof outboxStates)[number];

/** A record exists from the moment it is frozen; before that there is only the draft. */
export type FrozenState = Exclude<OutboxState, 'draft'>;

export const outboxEvents = [
  /** The worker finished: the content is fixed from here on. */
  'freeze',
  /** Taken into a batch; written down before the first byte leaves. */
  'pick',
  /** `accepted` or `alreadyAccepted`. */
  'acknowledged',
  /** `parallel`, or a pull that names the visit: kept, and counted once. */
  'acknowledgedParallel',
  /** `rejected`: kept by the server in quarantine and here. */
  'rejected',
  /** `deferred`: not now, offer it again. */
  'deferred',
  /** No usable answer: timeout, reset, 5xx, 429, sign-in needed, a reply about other records. */
  'unclear',
  /** The app starts anew; whatever was on its way has an unknown end. */
  'restarted',
  /** The server's epoch changed: it was restored and may have lost what it confirmed. */
  'serverRestored',
  /** Somebody asks for a refused record to be tried once more, for instance after the round was reopened. */
  'offeredAgain',
] as const;
export type OutboxEvent = (typeof outboxEvents)[number];

/**
 * `transitions[state][event]` is the next state. `impossible` can only be a fault in our own code.
 *
 * Two runs may overlap where the browser has no locks, so a reply can arrive for a record that another run has
 * already moved on. A confirmation counts whenever it comes; a refusal, a delay or a silence never takes one back.
 */
export const transitions: Record<OutboxState, Record<OutboxEvent, OutboxState | 'impossible'>> = {
  draft: {
    freeze: 'queued',
    pick: 'impossible',
    acknowledged: 'impossible',
    acknowledgedParallel: 'impossible',
    rejected: 'impossible',
    deferred: 'impossible',
    unclear: 'impossible',
    restarted: 'draft',
    serverRestored: 'draft',
    offeredAgain: 'impossible',
  },
  queued: {
    freeze: 'impossible',
    pick: 'sending',
    acknowledged: 'accepted',
    acknowledgedParallel: 'parallel',
    rejected: 'needsAttention',
    deferred: 'queued',
    unclear: 'queued',
    restarted: 'queued',
    serverRestored: 'queued',
    offeredAgain: 'queued',
  },
  sending: {
    freeze: 'impossible',
    pick: 'sending',
    acknowledged: 'accepted',
    acknowledgedParallel: 'parallel',
    rejected: 'needsAttention',
    deferred: 'queued',
    unclear: 'queued',
    restarted: 'queued',
    serverRestored: 'sending',
    offeredAgain: 'sending',
  },
  accepted: {
    freeze: 'impossible',
    pick: 'accepted',
    acknowledged: 'accepted',
    acknowledgedParallel: 'parallel',
    rejected: 'accepted',
    deferred: 'accepted',
    unclear: 'accepted',
    restarted: 'accepted',
    serverRestored: 'queued',
    offeredAgain: 'accepted',
  },
  parallel: {
    freeze: 'impossible',
    pick: 'parallel',
    acknowledged: 'parallel',
    acknowledgedParallel: 'parallel',
    rejected: 'parallel',
    deferred: 'parallel',
    unclear: 'parallel',
    restarted: 'parallel',
    serverRestored: 'queued',
    offeredAgain: 'parallel',
  },
  needsAttention: {
    freeze: 'impossible',
    pick: 'needsAttention',
    acknowledged: 'accepted',
    acknowledgedParallel: 'parallel',
    rejected: 'needsAttention',
    deferred: 'needsAttention',
    unclear: 'needsAttention',
    restarted: 'needsAttention',
    // The office's copy of what it refused may be lost as well.
    serverRestored: 'queued',
    offeredAgain: 'queued',
  },
};

/** The server said it has the record: the only states shown in green. */
export function isConfirmed(state: OutboxState): state is 'accepted' | 'parallel' {
  return state === 'accepted' || state === 'parallel';
}

/**
 * The state of a frozen record after an event.
 * @throws Error for an impossible pair: a fault of the program, never of data or network.
 */
export function nextState(state: FrozenState, event: OutboxEvent): FrozenState {
  const next = transitions[state][event];
  if (next === 'impossible' || next === 'draft') throw new Error(`Impossible: ${event} while ${state}`);
  return next;
}
