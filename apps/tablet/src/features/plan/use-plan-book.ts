import { useMemo } from 'react';
import { must } from '@huhudao/domain';
import { useOwnWork, useSnapshot, useTablet } from '../../app/tablet.tsx';
import { planBook, type PlanBook } from '../../work/plan-book.ts';
import type { RoundView } from '../../work/round-view.ts';

/** What the disk says now of the plans of the round on screen. */
export function usePlanBook(view: RoundView): PlanBook {
  const { streets } = useSnapshot();
  const work = useOwnWork();
  const me = useTablet().person.profile.session.personId;
  return useMemo(() => {
    const street = streets.find(({ streetId }) => streetId === view.streetId);
    return planBook(view, must(street, 'the street of the round on screen'), work, me);
  }, [streets, work, view, me]);
}
