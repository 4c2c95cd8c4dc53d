import { InputNumber, Table } from 'antd';
import type { ReactElement } from 'react';
import { listBuildings, type AreaView } from '@huhudao/protocol';
import { useArea } from '../../../api/areas.ts';
import { useRead } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/index.ts';
import { useFormat } from '../../../parts/format.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import type { StepProps } from '../round-form.tsx';
import { ReservesChoice } from './reserves-choice.tsx';
import { SampleHelper } from './sample-helper.tsx';

/** Which communities, and in a measurement round how many households of each are drawn. */
export function ScopeStep({ draft, change, streetId }: StepProps): ReactElement {
  const { tree } = useArea();
  const buildings = useRead(listBuildings, { params: { areaId: streetId } });
  return (
    <Loaded of={buildings}>
      {(all) => {
        const households = new Map<string, number>();
        for (const one of all) {
          households.set(one.communityId, (households.get(one.communityId) ?? 0) + one.households);
        }
        return (
          <Communities
            draft={draft}
            change={change}
            streetId={streetId}
            communities={tree.communitiesOf(streetId)}
            households={households}
          />
        );
      }}
    </Loaded>
  );
}

type CommunitiesProps = StepProps & {
  communities: AreaView[];
  households: ReadonlyMap<string, number>;
};

function Communities({ draft, change, streetId, communities, households }: CommunitiesProps): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const measured = draft.purpose === 'measurement';
  const countOf = (id: string): number => households.get(id) ?? 0;
  return (
    <div className="stack">
      {measured ? (
        <SampleHelper draft={draft} change={change} streetId={streetId} communities={communities} />
      ) : null}
      <Table<AreaView>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={communities}
        rowSelection={{
          selectedRowKeys: draft.communityIds,
          onChange: (keys) => change({ communityIds: keys.map(String) }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('shell.selectAll') }),
          getCheckboxProps: (area) => ({ 'aria-label': area.name, disabled: countOf(area.id) === 0 }),
        }}
        columns={[
          { title: t('rates.community'), dataIndex: 'name' },
          {
            title: t('round.households'),
            className: 'number',
            render: (_, area) => format.number(countOf(area.id)),
          },
          ...(measured
            ? [
                {
                  title: t('round.sampleSize'),
                  render: (_: unknown, area: AreaView) => (
                    <SampleSize area={area} draft={draft} change={change} available={countOf(area.id)} />
                  ),
                },
              ]
            : []),
        ]}
      />
      {measured ? <ReservesChoice draft={draft} change={change} /> : null}
    </div>
  );
}

type SizeProps = Omit<StepProps, 'streetId'> & { area: AreaView; available: number };

function SampleSize({ area, draft, change, available }: SizeProps): ReactElement {
  const t = useTexts();
  const size = draft.sampleSizes[area.id];
  return (
    <InputNumber
      aria-label={t('round.sampleOf', { name: area.name })}
      min={1}
      max={Math.max(1, Math.min(5000, available))}
      precision={0}
      controls={false}
      value={size ?? null}
      disabled={!draft.communityIds.includes(area.id)}
      onChange={(value) => {
        const { [area.id]: _, ...others } = draft.sampleSizes;
        change({ sampleSizes: value === null ? others : { ...others, [area.id]: value } });
      }}
    />
  );
}
