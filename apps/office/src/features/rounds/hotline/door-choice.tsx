import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { uninhabited } from '@huhudao/domain';
import { listHouseholds, type CaseDoor } from '@huhudao/protocol';
import { useRead } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/index.ts';
import { useDebounced } from '../../../parts/use-debounced.ts';
import type { DraftCase } from './draft-case.ts';

type Props = { one: DraftCase; streetId: string; choose: (door: CaseDoor | null) => void };

/** Whose door a case is: one of those its address may mean, or any that the register finds. */
export function DoorChoice({ one, streetId, choose }: Props): ReactElement {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const found = useDoors(streetId, search);
  const doors = new Map(
    [...(one.door === null ? [] : [one.door]), ...(search === '' ? one.doors : found)].map((door) => [
      door.householdId,
      door,
    ]),
  );
  return (
    <>
      <Select<string>
        className="hotline-door"
        aria-label={t('hotline.doorOf', { number: one.number })}
        placeholder={
          one.doors.length > 0 ? t('hotline.choose', { count: one.doors.length }) : t('hotline.search')
        }
        status={one.door === null ? 'warning' : ''}
        allowClear={{ label: t('shell.clear') }}
        showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }}
        notFoundContent={t(search === '' ? 'hotline.searchHint' : 'hotline.notFound')}
        value={one.door?.householdId ?? null}
        options={[...doors.values()].map((door) => ({ value: door.householdId, label: door.address }))}
        onChange={(id: string | undefined) => {
          setSearch('');
          choose(doors.get(id ?? '') ?? null);
        }}
      />
      {one.door?.visitable === false ? (
        <div className="muted small">{t('hotline.doorNotVisited')}</div>
      ) : null}
    </>
  );
}

function useDoors(streetId: string, search: string): CaseDoor[] {
  const asked = useDebounced(search.trim());
  const call = { params: { areaId: streetId }, query: { search: asked, limit: 20 } };
  const found = useRead(listHouseholds, call, { enabled: asked !== '', keep: true });
  return (found.data?.items ?? []).map((one) => ({
    householdId: one.id,
    communityId: one.communityId,
    address: `${one.compoundName} ${one.buildingLabel} ${one.stairwellLabel} ${one.room}`,
    visitable: !one.doNotContact && !uninhabited.includes(one.occupancy),
  }));
}
