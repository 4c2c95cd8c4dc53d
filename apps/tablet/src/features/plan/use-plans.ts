import { useMemo } from 'react';
import { must } from '@huhudao/domain';
import { useOwnWork, useSnapshot, useTablet } from '../../app/tablet.tsx';
import type { StreetReference } from '../../local/reference.types.ts';
import { plansOf, type PlannedVisit } from '../../work/plans.ts';
import type { RoundView } from '../../work/round-view.ts';

/** The plans of the round on screen, with the street's data they are about. */
export function usePlans(view: RoundView): { reference: StreetReference; planned: PlannedVisit[] } {
  const { streets } = useSnapshot();
  const work = useOwnWork();
  const me = useTablet().person.profile.session.personId;
  return useMemo(() => {
    const street = streets.find(({ streetId }) => streetId === view.streetId);
    const reference = must(street, 'the street of the round on screen');
    return { reference, planned: plansOf(reference, view.round.id, work, me) };
  }, [streets, work, view, me]);
}
