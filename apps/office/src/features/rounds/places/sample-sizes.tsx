import { InputNumber, Table } from 'antd';
import type { ReactElement } from 'react';
import type { AreaView } from '@huhudao/protocol';
import { useTexts } from '../../../i18n/index.ts';
import { useFormat } from '../../../parts/format.ts';
import type { StepProps } from '../round-form.tsx';
import { usePlaceCounts } from './use-places.ts';

type Props = StepProps & { communities: readonly AreaView[] };

/** How many households are drawn of what is chosen in each community. */
export function SampleSizes({ draft, change, streetId, communities }: Props): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  const counts = usePlaceCounts(streetId, draft);
  const chosen = communities.filter(({ id }) => draft.communityIds.includes(id));
  if (chosen.length === 0) return null;
  const countOf = (id: string): number =>
    counts.data?.find(({ communityId }) => communityId === id)?.visitable ?? 0;
  return (
    <Table<AreaView>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={chosen}
      columns={[
        {
          title: t('rates.community'),
          render: (_, { id, name }) => (draft.parts[id] === undefined ? name : t('places.partly', { name })),
        },
        {
          title: t('places.visitable'),
          className: 'number',
          render: (_, { id }) => format.number(countOf(id)),
        },
        {
          title: t('round.sampleSize'),
          render: (_, { id, name }) => (
            <InputNumber
              aria-label={t('round.sampleOf', { name })}
              min={1}
              max={Math.max(1, Math.min(5000, countOf(id)))}
              precision={0}
              controls={false}
              value={draft.sampleSizes[id] ?? null}
              onChange={(value) => {
                const { [id]: _, ...others } = draft.sampleSizes;
                change({ sampleSizes: value === null ? others : { ...others, [id]: value } });
              }}
            />
          ),
        },
      ]}
    />
  );
}
