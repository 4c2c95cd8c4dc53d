import { useState } from 'react';
import type { Wiped } from '../../local/device.database.ts';
import { useSnapshotPart, useTablet } from '../../app/tablet.tsx';

/** What was taken out of use: the whole tablet, or this person on it. */
export type Shut = Wiped['what'];

/** Null while nothing was. Once the server has said it, it stays said: a network that goes away opens nothing again. */
export function useShut(): Shut | null {
  const problem = useSnapshotPart(({ status }) => status.problem);
  const { revoked } = useTablet().person;
  const [shut, setShut] = useState<Shut | null>(revoked ? 'tablet' : null);
  if (shut === null && problem?.kind === 'deviceRevoked')
    setShut(problem.error?.details['tablet'] === true ? 'tablet' : 'person');
  return shut;
}
