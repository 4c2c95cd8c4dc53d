import { useState } from 'react';
import { call, listStewardUnits, type CallOf, type StewardUnit } from '@huhudao/protocol';
import { transport } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { csvOf } from '../../parts/csv.ts';
import { saveBlob } from '../../parts/download.ts';
import { useNotify } from '../../parts/notify.ts';

type Filter = NonNullable<CallOf<typeof listStewardUnits>['query']>;

async function readAll(areaId: string, filter: Filter): Promise<StewardUnit[]> {
  const found: StewardUnit[] = [];
  for (;;) {
    const query = { ...filter, offset: found.length, limit: 500 };
    const { total, items } = await call(transport, listStewardUnits, { params: { areaId }, query });
    found.push(...items);
    if (items.length === 0 || found.length >= total) return found;
  }
}

/** The whole list as it is filtered, not only the page that is shown. */
export function useUnitsCsv(): { busy: boolean; save: (areaId: string, filter: Filter) => void } {
  const t = useTexts();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const write = async (areaId: string, filter: Filter): Promise<void> => {
    const head = [
      t('steward.level.title'),
      t('steward.place'),
      t('steward.community'),
      t('steward.grid'),
      t('steward.person'),
      t('steward.since'),
      t('steward.phone'),
    ];
    const rows = (await readAll(areaId, filter)).map(({ level, place, communityName, gridName, term }) => [
      t(`steward.level.${level}`),
      place,
      communityName,
      gridName,
      term?.personName ?? t('steward.vacant'),
      term?.startsOn ?? null,
      term?.phone ?? null,
    ]);
    saveBlob(`${t('steward.csvName')}.csv`, csvOf([head, ...rows]));
  };
  const save = (areaId: string, filter: Filter): void => {
    setBusy(true);
    void write(areaId, filter)
      .catch(notify.failed)
      .finally(() => setBusy(false));
  };
  return { busy, save };
}
