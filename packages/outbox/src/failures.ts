import { Problem, type ProblemCode, type ProblemDetails } from '@huhudao/protocol';
import type { RecordError } from './record.ts';

/**
 * Why a request gave no usable answer. For a record each of them is the same event, `unclear`; they differ in what the
 * run does next. Told by code and status, never by the text of a message.
 */
export type FailureKind =
  /** No reply: no network, reset, timeout. */
  | 'noAnswer'
  /** Whoever is signed in has to sign in again; runs pause until then. */
  | 'signInNeeded'
  /** This tablet was revoked; runs pause. */
  | 'deviceRevoked'
  /** The server is up and asks to wait (429, 503). */
  | 'busy'
  /** Another 5xx: one of the records may have brought it about. */
  | 'serverError'
  /** The request is larger than the server takes. */
  | 'tooLarge'
  /** The request as a whole was refused: no right in this street any more, another version of the server. */
  | 'refused'
  /** A reply that is not the server's, is cut off, or speaks of other records than were sent. */
  | 'unrecognised'
  /** The run was called off from outside. */
  | 'aborted';

export type SyncFailure = {
  readonly kind: FailureKind;
  /** What the screens say; null where there was no answer at all. */
  readonly error: RecordError | null;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfterMs: number | null;
};

const longestRetryAfterMs = 3_600_000;

const kindOfCode: Partial<Record<ProblemCode, FailureKind>> = {
  deviceRevoked: 'deviceRevoked',
  passwordMustChange: 'signInNeeded',
  bodyTooLarge: 'tooLarge',
  batchTooLarge: 'tooLarge',
  // A body that was cut on its way is malformed where it arrives; the next one need not be.
  malformedJson: 'unrecognised',
};

/** Classifies whatever a request threw. */
export function failureOf(thrown: unknown, aborted: boolean): SyncFailure {
  if (aborted) return { kind: 'aborted', error: null, retryAfterMs: null };
  if (!(thrown instanceof Problem)) return { kind: 'noAnswer', error: null, retryAfterMs: null };
  const kind = kindOf(thrown);
  return { kind, error: errorOf(thrown, kind), retryAfterMs: retryAfter(thrown.details) };
}

/** A proxy that refuses a request for its size says so by the status alone. */
function errorOf({ code, details }: Problem, kind: FailureKind): RecordError {
  if (kind !== 'tooLarge' || code !== 'unexpectedResponse') return { code, details };
  return { code: 'bodyTooLarge', details: { limit: '1 MB' } };
}

/** A reply that parses but does not answer what was asked. */
export function unrecognisedReply(at: string): SyncFailure {
  return failureOf(new Problem('unexpectedResponse', { at }), false);
}

function kindOf(problem: Problem): FailureKind {
  const byCode = kindOfCode[problem.code];
  if (byCode !== undefined) return byCode;
  const status = problem.code === 'unexpectedResponse' ? problem.details['status'] : problem.status;
  // Without a status it was a success that could not be read.
  if (typeof status !== 'number') return 'unrecognised';
  if (status === 401) return 'signInNeeded';
  if (status === 413) return 'tooLarge';
  if (status === 429 || status === 503) return 'busy';
  if (status >= 500) return problem.code === 'unexpectedResponse' ? 'noAnswer' : 'serverError';
  return problem.code === 'unexpectedResponse' ? 'unrecognised' : 'refused';
}

/** `seconds` comes from the problem's details or from the header `Retry-After`. */
function retryAfter(details: ProblemDetails): number | null {
  const seconds = details['seconds'];
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) return null;
  return Math.min(seconds * 1000, longestRetryAfterMs);
}
