import { useMemo } from 'react';
import type { NextTime } from '@huhudao/domain';
import { today } from '@huhudao/ui';
import { useOwnWorkOf, useSnapshotAfter, useTablet } from '../../app/tablet.tsx';
import { nextTimeAt } from '../../work/door-history.ts';
import type { Door, RoundView } from '../../work/round-view.ts';

/** When to come again to a door, by what is on the tablet. */
export function useNextTime(view: RoundView, door: Door): NextTime | undefined {
  const snapshot = useSnapshotAfter();
  const { streets } = snapshot;
  const work = useOwnWorkOf(snapshot);
  const me = useTablet().person.profile.session.personId;
  const reference = streets.find(({ streetId }) => streetId === view.streetId);
  return useMemo(
    () => (reference === undefined ? undefined : nextTimeAt(view, door, { reference, work, me }, today())),
    [view, door, reference, work, me],
  );
}
