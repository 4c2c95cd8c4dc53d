import { Suspense } from 'react';
import { GoneDoorsNote } from '../../app/later-screens.ts';
import { useSnapshotPart } from '../../app/tablet.tsx';
import type { GoneDoor } from '../../local/gone-doors.ts';

const everywhere = () => true;

/** That doors went to another team, where there is something to say; comes with the screens that are loaded later. */
export function GoneDoors({ where = everywhere }: { where?: (door: GoneDoor) => boolean }) {
  const goneDoors = useSnapshotPart((snapshot) => snapshot.goneDoors);
  const here = goneDoors.filter(where);
  if (here.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <GoneDoorsNote doors={here} />
    </Suspense>
  );
}
