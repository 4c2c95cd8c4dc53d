import { useTranslation } from 'react-i18next';
import type { Stairwell } from '../../local/reference.types.ts';

/** Names a stairwell, or a door of it, the way people say it: 滨江苑3栋2单元 902 室. */
export function usePlaceName(): (stairwell: Stairwell, room?: string) => string {
  const { t } = useTranslation('tablet');
  return (stairwell, room) => {
    const parts = {
      compound: stairwell.compoundName,
      building: stairwell.buildingLabel,
      stairwell: stairwell.label,
    };
    return room === undefined ? t('place.stairwell', parts) : t('place.door', { ...parts, room });
  };
}
