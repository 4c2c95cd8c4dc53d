import { z } from 'zod';
import {
  completionModes,
  isStorable,
  issueCategories,
  linkedModes,
  mostAdultsTold,
  outcomes,
  presences,
  revisitStates,
  topics,
  type Topic,
} from '@huhudao/domain';
import { answers, contentHash, day, id, instant, line, text, timeOfDay, words } from './fields.ts';
import { photoReference, photosPerIssue } from './photos.ts';
import { problems, type ProblemCode } from './problems.ts';

/** The most mutations one push may carry. */
export const batchLimit = 100;
/** Fewer anonymous responses than this are never sent in the clear: they would stand beside the visits they came with. */
export const anonymousBatchMinimum = 5;

const topicList = z.array(z.enum(topics)).max(topics.length);

/** One attempt at one door. Everything but time, people present and outcome is the round's visit form. */
export const visitPayload = z.strictObject({
  roundId: id,
  householdId: id,
  outcome: z.enum(outcomes),
  present: z.array(z.enum(presences)).max(presences.length),
  /** Team members who came along; the visit counts once. */
  companionIds: z.array(id).max(20),
  completionMode: z.enum(completionModes).optional(),
  appointment: z.strictObject({ day, from: timeOfDay, until: timeOfDay }).optional(),
  formHash: contentHash,
  formAnswers: answers,
  /** What the resident agreed to pass on to the next visitor. */
  topics: topicList,
});

/** Of how many adults this one was chosen, where the round chooses one of a household. */
const eligibleAdults = z.number().int().min(1).max(mostAdultsTold).optional();

/** A named or confidential response. It does not name its visit. */
export const responsePayload = z.strictObject({
  roundId: id,
  householdId: id,
  versionHash: contentHash,
  identityMode: z.enum(linkedModes),
  completionMode: z.enum(completionModes),
  complete: z.boolean(),
  consentedAt: instant,
  eligibleAdults,
  answers,
  topics: topicList,
});

export const amendmentPayload = z.strictObject({
  visitId: id,
  outcome: z.enum(outcomes).optional(),
  formAnswers: answers.optional(),
  topics: topicList.optional(),
  reason: line,
});

export const planPayload = z.strictObject({
  roundId: id,
  stairwellId: id,
  teamId: id,
  day,
  from: timeOfDay,
  until: timeOfDay,
  note: text.optional(),
});

export const revisitPayload = z.strictObject({
  revisitId: id,
  state: z.enum(revisitStates).exclude(['open', 'planned']),
  cause: text.optional(),
  explanation: text.optional(),
  promise: text.optional(),
});

const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/**
 * A refused record that its worker gives into the office's hands: as it was offered, why it was refused, and what the
 * worker says to it. It carries the record, because the office may never have had it, or may have been restored.
 */
export const handOverPayload = z.strictObject({
  recordId: id,
  problemCode: z.enum(problemCodes),
  note: text.optional(),
  record: z.record(z.string().max(80), z.unknown()).refine(isStorable),
});

/** The longest note of an issue, in characters. */
export const issueNoteLimit = 500;

/** What a resident wants put right. It names neither the visit nor a response. */
export const issuePayload = z.strictObject({
  roundId: id.optional(),
  householdId: id,
  category: z.enum(issueCategories),
  note: words(issueNoteLimit),
  /** The resident agrees that whoever puts it right is told which door it came from. */
  mayNameDoor: z.boolean(),
  /** Each once; their bytes travel apart. */
  photos: z
    .array(photoReference)
    .max(photosPerIssue)
    .refine((photos) => new Set(photos.map(({ digest }) => digest)).size === photos.length),
});

/** One schema a kind of mutation. */
export const mutationPayloads = {
  recordVisit: visitPayload,
  recordResponse: responsePayload,
  amendVisit: amendmentPayload,
  planVisit: planPayload,
  cancelPlan: z.strictObject({ planId: id }),
  acceptPlan: z.strictObject({ planId: id }),
  recordRevisit: revisitPayload,
  handOverRecord: handOverPayload,
  reportIssue: issuePayload,
} as const;

export type MutationKind = keyof typeof mutationPayloads;
export type MutationPayload<K extends MutationKind> = z.infer<(typeof mutationPayloads)[K]>;

/** The longest sealed box, in base64 characters. */
export const sealedBoxLimit = 100_000;

/**
 * Stands in for a payload the tablet itself can no longer read: once a response is confirmed it keeps only the box
 * sealed to the server's key, and offers that after a restore. The server opens it before the payload is checked or
 * hashed, so that the same content has the same hash either way.
 */
export const sealedPayload = z.strictObject({ sealed: z.base64().min(1).max(sealedBoxLimit) });

const envelope = {
  /** UUIDv7 made on the tablet; also the id of the visit, response or plan it creates. */
  id,
  /** Counts this device's records from 1; orders them whatever its clock says. */
  sequence: z.number().int().min(1),
  /** The tablet's clock when the record was frozen. */
  deviceTime: instant,
};

/** A mutation as it stands in the envelope; the payload is checked by its kind, one record at a time. */
export const mutation = z.strictObject({
  ...envelope,
  kind: z.enum(Object.keys(mutationPayloads) as [MutationKind, ...MutationKind[]]),
  payload: z.unknown(),
});
export type Mutation = {
  [K in MutationKind]: {
    id: string;
    sequence: number;
    deviceTime: string;
    kind: K;
    payload: MutationPayload<K>;
  };
}[MutationKind];

export const pushBody = z.strictObject({
  streetId: id,
  /** The tablet's clock when the request was made: the server measures the skew from it. */
  sentAt: instant,
  /** How many records the tablet still holds after these, and since when: shown to the office, never judged. */
  unsent: z.number().int().min(0),
  oldestUnsentAt: instant.nullable(),
  /** Each is checked on its own, so that one bad record never blocks the others. */
  mutations: z.array(z.unknown()).min(1),
});

/** What happened to one record. Nothing else exists; the tablet's state machine is total over it. */
export const mutationResult = z.discriminatedUnion('result', [
  z.strictObject({ id: z.string(), result: z.literal('accepted') }),
  z.strictObject({ id: z.string(), result: z.literal('alreadyAccepted') }),
  /** Kept and counted once: another team was at this door on the same day. */
  z.strictObject({ id: z.string(), result: z.literal('parallel') }),
  z.strictObject({
    id: z.string(),
    result: z.literal('rejected'),
    /** A tablet that does not know the reason yet keeps the record refused all the same. */
    code: z.enum(problemCodes).catch('recordInvalid'),
    details: z.record(z.string(), z.unknown()),
  }),
  /** Not now: offer it again. */
  z.strictObject({ id: z.string(), result: z.literal('deferred') }),
]);
export type MutationResult = z.infer<typeof mutationResult>;

export const pushResponse = z.strictObject({
  results: z.array(mutationResult),
  epoch: id,
  receivedAt: instant,
});

/**
 * Hashes (SHA-256) of the tickets whose links were shown to this resident before they answered on the tablet after all:
 * where one was used, their answers are here already. Only of anonymous responses: one that names its household counts once
 * by it, and not counting it would tell that the household answered by phone as well. The hash and not the token, which is the key of the ticket's receipt.
 */
const insteadOf = z.array(contentHash).min(1).max(5).optional();

/** An anonymous response: answers, community and round. */
export const anonymousResponse = z.strictObject({
  /** Random (UUIDv4): a time-ordered id would tell when it was given. */
  id: z.uuidv4(),
  roundId: id,
  communityId: id,
  versionHash: contentHash,
  completionMode: z.enum(completionModes),
  complete: z.boolean(),
  eligibleAdults,
  answers,
  insteadOf,
});
export type AnonymousResponse = z.infer<typeof anonymousResponse>;

export const anonymousBody = z.strictObject({
  streetId: id,
  responses: z.array(z.unknown()).max(batchLimit),
});

/**
 * The remainder of a batch, each sealed on the tablet to the server's public key; after a restore also what had been
 * confirmed before. A box holds an anonymous response as JSON; what counts as its content is what is inside, so that
 * an id that arrived in a batch and arrives again in a box is the same response.
 */
export const sealedBody = z.strictObject({
  streetId: id,
  sealed: z
    .array(z.strictObject({ id: z.uuidv4(), roundId: id, box: z.base64().min(1).max(sealedBoxLimit) }))
    .min(1)
    .max(batchLimit),
});

export type { Topic };
