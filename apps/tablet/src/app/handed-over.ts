import { useEffect } from 'react';
import type { Draft } from '../local/work.types.ts';
import { inResidentsHands } from '../work/draft.ts';
import { doorOf } from '../work/finish-visit.ts';
import { useLocking } from './locking.tsx';
import { goTo, usePlace } from './navigation.tsx';
import { useSnapshotPart } from './tablet.tsx';

/** The visit whose questions a resident is answering with the tablet in their hands; undefined where nobody is. */
export function useHandedOver(): Draft | undefined {
  return useSnapshotPart(({ drafts }) => drafts.find(inResidentsHands));
}

/**
 * While the tablet is in a resident's hands there is one place, whatever the address says and however one got there:
 * back, a typed address, a start after the battery ran out.
 */
export function useStayWithResident(): void {
  const draft = useHandedOver();
  const place = usePlace();
  const { noteHandedOver } = useLocking();
  const held = draft !== undefined;
  const elsewhere =
    place.kind !== 'visit' || place.householdId !== draft?.householdId || place.roundId !== draft.roundId;
  useEffect(() => {
    if (draft !== undefined && elsewhere) goTo({ kind: 'visit', ...doorOf(draft) }, 'replace');
  }, [draft, elsewhere]);
  useEffect(() => void noteHandedOver(held), [held, noteHandedOver]);
}
