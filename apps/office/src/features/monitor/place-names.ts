import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import type { DrillPart, DrillPlace } from './drill.ts';

/** What the steps of a way are called; buildings and stairwells once they have been read. */
export function usePlaceNames(
  place: DrillPlace,
  building: string | undefined,
  stairwell?: string,
): (part: DrillPart) => string {
  const t = useTexts();
  const { tree } = useArea();
  const areaName = (id: string | undefined): string => tree.find(id)?.name ?? '…';
  return (part) => {
    if (part === 'community') return areaName(place.community);
    if (part === 'grid') return place.grid === 'none' ? t('monitor.noGrid') : areaName(place.grid);
    return (part === 'building' ? building : stairwell) ?? '…';
  };
}
