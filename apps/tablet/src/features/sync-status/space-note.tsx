import { useTranslation } from 'react-i18next';
import { Note } from '@huhudao/ui/components';
import { usePractice } from '../../app/practice.ts';
import { useRoom } from '../../app/use-room.ts';
import { isTight, megabytes, useSpace } from '../../app/use-space.ts';

/** There is little room left on the tablet: said while there is still some, and not to who practises. */
export function SpaceNote() {
  return usePractice() === null && <RoomLeft />;
}

function RoomLeft() {
  const { t } = useTranslation('tablet');
  const space = useSpace();
  const fits = useRoom();
  const isShort = space !== null && isTight(space);
  if (!isShort && fits) return null;
  return (
    <Note kind="warning" live>
      <p>
        {isShort
          ? t('sync.spaceTight', { left: Math.max(0, megabytes(space.room - space.used)) })
          : t('sync.noRoomForShift')}
      </p>
    </Note>
  );
}
