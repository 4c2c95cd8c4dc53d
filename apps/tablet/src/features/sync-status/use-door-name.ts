import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordLabel } from '@huhudao/outbox';
import { useSnapshot } from '../../app/tablet.tsx';
import { usePlaceName } from '../door/place-name.ts';

/** Which door a record is about, as far as the tablet still knows it. */
export function useDoorName(): (label: Pick<RecordLabel, 'stairwellId' | 'householdId'>) => string {
  const { t } = useTranslation('tablet');
  const place = usePlaceName();
  const { streets } = useSnapshot();
  const known = useMemo(
    () => ({
      stairwells: new Map(streets.flatMap((street) => street.stairwells.map((one) => [one.id, one]))),
      rooms: new Map(streets.flatMap((street) => street.households.map(({ id, room }) => [id, room]))),
    }),
    [streets],
  );
  return ({ stairwellId, householdId }) => {
    const stairwell = known.stairwells.get(stairwellId ?? '');
    if (stairwell === undefined) return t('sync.noDoor');
    return place(stairwell, known.rooms.get(householdId ?? ''));
  };
}
