import { everythingReached, type SyncStatus } from '@huhudao/outbox';
import type { OwnWork } from './own-work.ts';

type Reached = Pick<OwnWork, 'held'> & { status: SyncStatus };

/** Everything on the tablet the office has not confirmed: work that can still be taken back, records, anonymous responses, photos. */
export function unsentCount({ held, status }: Reached): number {
  return held.length + status.unsent + status.anonymousUnsent + status.photosUnsent;
}

/** True only where every record, visible or anonymous, was confirmed and none was refused. */
export function allReached({ held, status }: Reached): boolean {
  return held.length === 0 && everythingReached(status);
}
