import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { HouseholdView } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';

/** Where a door is, in the office's own way of writing it. */
export function addressOf(household: HouseholdView): string {
  const { compoundName, buildingLabel, stairwellLabel, room } = household;
  return `${compoundName} ${buildingLabel} ${stairwellLabel} ${room}`;
}

export function useHouseholdColumns(onOpen: (household: HouseholdView) => void): ColumnsType<HouseholdView> {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  return [
    { title: t('rates.community'), dataIndex: 'communityName', width: 104 },
    { title: t('household.compound'), dataIndex: 'compoundName', width: 96 },
    { title: t('household.building'), dataIndex: 'buildingLabel', width: 76 },
    { title: t('household.stairwell'), dataIndex: 'stairwellLabel', width: 84 },
    {
      title: t('household.room'),
      width: 72,
      render: (_, household) => (
        <Button type="link" size="small" aria-label={addressOf(household)} onClick={() => onOpen(household)}>
          {household.room}
        </Button>
      ),
    },
    {
      title: t('household.residents'),
      width: 96,
      render: (_, household) => format.list(household.residents.map((one) => one.name)),
    },
    {
      title: t('household.phone'),
      width: 116,
      render: (_, household) => format.list(household.residents.flatMap((one) => one.phone ?? [])),
    },
    {
      title: t('household.occupancy'),
      width: 128,
      render: (_, household) => (
        <span className="row">
          {words.occupancy(household.occupancy)}
          {household.doNotContact ? <Chip tone="stop">{t('household.doNotContact')}</Chip> : null}
        </span>
      ),
    },
    { title: t('household.note'), dataIndex: 'note', ellipsis: true },
  ];
}
