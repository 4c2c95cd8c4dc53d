import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordLabel } from '@huhudao/outbox';
import { useSnapshot } from '../../app/tablet.tsx';
import { usePlaceName } from '../door/place-name.ts';

/** Which door a record is about: as it is called now or, where it is not on the tablet any more, as it was then. */
export function useDoorName(): (label: Pick<RecordLabel, 'stairwellId' | 'householdId' | 'place'>) => string {
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
  return ({ stairwellId, householdId, place: then }) => {
    const stairwell = known.stairwells.get(stairwellId ?? '');
    if (stairwell === undefined) {
      if (then === undefined) return t('sync.noDoor');
      const { room, ...parts } = then;
      return room === null ? t('place.stairwell', parts) : t('place.door', { ...parts, room });
    }
    return place(stairwell, known.rooms.get(householdId ?? ''));
  };
}
