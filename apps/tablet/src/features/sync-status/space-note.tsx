import { useTranslation } from 'react-i18next';
import { Note } from '@huhudao/ui/components';
import { isTight, megabytes, useSpace } from '../../app/use-space.ts';

/** There is little room left on the tablet: said while there is still some. */
export function SpaceNote() {
  const { t } = useTranslation('tablet');
  const space = useSpace();
  if (space === null || !isTight(space)) return null;
  return (
    <Note kind="warning" live>
      <p>{t('sync.spaceTight', { left: Math.max(0, megabytes(space.room - space.used)) })}</p>
    </Note>
  );
}
