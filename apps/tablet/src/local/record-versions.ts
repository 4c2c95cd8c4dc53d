import { usualWindows } from '@huhudao/domain';

/**
 * Numbered migrations of what is inside the envelopes. A record says by which version of the app's layout it was
 * written; reading it brings it up to date step by step, however old the tablet is. Steps are only ever added.
 */

/** Brings a record from one version to the next. */
export type Step = (value: unknown) => unknown;

/** What is encrypted: the record and the number of its layout, from 1. */
export type Versioned = { version: number; value: unknown };

/** Version 2 knows which refused visit a draft corrects; none did before. */
const draftCorrects: Step = (value) => ({ ...asObject(value), corrects: null });

/** Version 3 knows the link for a resident's own phone; there was none before. */
const draftHasLink: Step = (value) => ({ ...asObject(value), ownLink: null });

/** Version 4 knows which tickets were shown. Of an older draft's link it is not known any more. */
const draftHasTickets: Step = (value) => ({ ...asObject(value), ownTickets: [] });

/** Held work remembers the draft it finishes, and the one it leaves. */
const inHeldDrafts =
  (step: Step): Step =>
  (value) => {
    const held = asObject(value);
    const brought = (draft: unknown) => (draft === null ? null : step(draft));
    return { ...held, finishes: brought(held['finishes']), leaves: brought(held['leaves']) };
  };

/** Pulled doors, plans and rounds know what plans are suggested from; of older ones it is not known until the next pull. */
const chunkKnowsPlanning: Step = (value) => {
  if (!Array.isArray(value)) throw new Error('Not a chunk of reference data');
  return value.map((item: unknown) => {
    const row = asObject(item);
    if ('attemptsWanted' in row) return { windows: [...usualWindows], quiet: [], ...row };
    if ('attempts' in row) return { visits: [], ...row };
    if ('room' in row) return { quiet: [], ...row };
    return 'cancelled' in row ? { accepted: false, ...row } : row;
  });
};

/** The steps of each kind of record; a kind that never changed has none and is at version 1. */
const steps = {
  profile: [],
  reference: [chunkKnowsPlanning],
  version: [],
  recordLabel: [],
  recordPayload: [],
  anonymousResponse: [],
  draft: [draftCorrects, draftHasLink, draftHasTickets],
  held: [inHeldDrafts(draftCorrects), inHeldDrafts(draftHasLink), inHeldDrafts(draftHasTickets)],
  own: [],
  ticket: [],
  photo: [],
  concern: [],
  goneDoor: [],
} as const satisfies Record<string, readonly Step[]>;

export type RecordKind = keyof typeof steps;

export function toVersioned(kind: RecordKind, value: unknown): Versioned {
  return { version: steps[kind].length + 1, value };
}

/** @throws where the record was written by a newer app than this one. */
export function fromVersioned(kind: RecordKind, stored: unknown): unknown {
  return bringUpToDate(steps[kind], stored);
}

/** Applies the steps a record has not had yet. */
export function bringUpToDate(known: readonly Step[], stored: unknown): unknown {
  const { version, value } = asVersioned(stored);
  if (version < 1 || version > known.length + 1) throw new Error(`Unknown record version ${version}`);
  return known.slice(version - 1).reduce((current, step) => step(current), value);
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('Not a record');
  return { ...value };
}

function asVersioned(stored: unknown): Versioned {
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || !('value' in stored))
    throw new Error('Not a versioned record');
  if (typeof stored.version !== 'number') throw new Error('Not a versioned record');
  return { version: stored.version, value: stored.value };
}
