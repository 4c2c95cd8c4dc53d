import { Suspense } from 'react';
import { GoneDoorsNote } from '../../app/later-screens.ts';
import { useSnapshotPart } from '../../app/tablet.tsx';
import type { GoneDoor } from '../../local/gone-doors.ts';

/** `GoneDoorsNote` on the screens one sees first: it comes with those that are loaded later. */
export function GoneDoors(props: { where?: (door: GoneDoor) => boolean }) {
  const isTold = useSnapshotPart(({ goneDoors }) => goneDoors.length > 0);
  if (!isTold) return null;
  return (
    <Suspense fallback={null}>
      <GoneDoorsNote {...props} />
    </Suspense>
  );
}
