import { freezeWork } from '@huhudao/outbox';
import type { HeldWork } from '../../../../apps/tablet/src/local/work.types.ts';
import type { Hand } from './app.ts';
import type { Tablet } from './tablet.ts';

/**
 * Freezes what can be taken back no more, as the app does it: another tab, which heard that the tablet is out of use, may
 * have frozen the same in the same moment.
 */
export async function freezeHeld(tablet: Tablet, { storage, work }: Hand, held: HeldWork): Promise<void> {
  try {
    await freezeWork(storage, { ...tablet.freezeTools, now: () => held.heldAt }, held.work);
  } catch (error) {
    if ((await work.held()).some(({ id }) => id === held.id)) throw error;
  }
}
