import { createHash } from 'node:crypto';
import type { PullScope } from './pull.queries.ts';

/**
 * A cursor is the street's change number with a digest of the scope it was read for: in another scope, rows that
 * did not change would be missing, so the tablet starts over.
 */
export function writeCursor(changeNumber: number, scope: PullScope): string {
  return `${changeNumber}.${digest(scope)}`;
}

/** The change number to continue from; 0 for a first pull, an unreadable cursor or another scope. */
export function readCursor(cursor: string | undefined, scope: PullScope): number {
  const parts = /^(\d{1,15})\.([0-9a-f]{16})$/.exec(cursor ?? '');
  return parts?.[2] === digest(scope) ? Number(parts[1]) : 0;
}

const digest = (scope: PullScope): string =>
  createHash('sha256')
    .update(JSON.stringify([scope.teamIds, scope.stairwellIds, scope.roundIds]))
    .digest('hex')
    .slice(0, 16);
