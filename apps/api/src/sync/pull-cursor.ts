import { createHash } from 'node:crypto';
import type { PullScope } from './pull.queries.ts';

/** What a tablet was told last: up to which change, and when it was last told what plans are suggested from. */
export type ReadCursor = {
  /** The change number to continue from; 0 for a first pull, an unreadable cursor or another scope. */
  since: number;
  /** A Shanghai date. */
  plannedOn: string | null;
};

/**
 * A cursor is the street's change number with a digest of the scope it was read for: in another scope, rows that
 * did not change would be missing, so the tablet starts over.
 */
export function writeCursor(changeNumber: number, scope: PullScope, plannedOn: string | null): string {
  return [changeNumber, digest(scope), ...(plannedOn === null ? [] : [plannedOn])].join('.');
}

export function readCursor(cursor: string | undefined, scope: PullScope): ReadCursor {
  const parts = /^(\d{1,15})\.([0-9a-f]{16})(?:\.(\d{4}-\d{2}-\d{2}))?$/.exec(cursor ?? '');
  if (parts?.[2] !== digest(scope)) return { since: 0, plannedOn: null };
  return { since: Number(parts[1]), plannedOn: parts[3] ?? null };
}

/** Rows of an older layout would stay as they were told: with another number every tablet starts over. */
const layout = 2;

const digest = (scope: PullScope): string =>
  createHash('sha256')
    .update(JSON.stringify([layout, scope.teamIds, scope.stairwellIds, scope.roundIds]))
    .digest('hex')
    .slice(0, 16);
