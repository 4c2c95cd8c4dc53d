import { Button, Modal, Form, Popconfirm, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState, type ReactElement } from 'react';
import { appointSteward, endStewardTerm, listBuildings, type BuildingView } from '@huhudao/protocol';
import { today } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify, useSaved } from '../../parts/notify.ts';
import { PersonSelect } from '../../parts/person-select.tsx';
import { ProblemNote } from '../../parts/problem.tsx';

type Row = BuildingView['stairwells'][number] & { building: BuildingView };

/** Which building head looks after which stairwell. */
export function StewardsTab(): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const [selected, setSelected] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const buildings = useRead(listBuildings, { params: { areaId: area.id } });
  return (
    <div className="stack">
      <div className="row">
        <Button type="primary" disabled={selected.length === 0} onClick={() => setAsking(true)}>
          {t('people.appoint', { count: selected.length })}
        </Button>
        <span className="muted small">{t('people.appointHint')}</span>
      </div>
      <Loaded of={buildings}>
        {(all) => (
          <StairwellTable
            rows={all.flatMap((building) =>
              building.stairwells.map((stairwell) => ({ ...stairwell, building })),
            )}
            selected={selected}
            onSelect={setSelected}
          />
        )}
      </Loaded>
      {asking ? (
        <AppointDialog
          stairwellIds={selected}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setSelected([]);
          }}
        />
      ) : null}
    </div>
  );
}

type TableProps = { rows: Row[]; selected: string[]; onSelect: (ids: string[]) => void };

function StairwellTable({ rows, selected, onSelect }: TableProps): ReactElement {
  const t = useTexts();
  const columns = useStairwellColumns();
  return (
    <Table<Row>
      size="small"
      rowKey="id"
      pagination={{ pageSize: 50, showSizeChanger: false }}
      dataSource={rows}
      locale={{ emptyText: <EmptyHint title={t('household.empty')} hint={t('household.emptyHint')} /> }}
      rowSelection={{
        selectedRowKeys: selected,
        preserveSelectedRowKeys: true,
        onChange: (keys) => onSelect(keys.map(String)),
        getTitleCheckboxProps: () => ({ 'aria-label': t('shell.selectAll') }),
        getCheckboxProps: (row) => ({
          'aria-label': `${row.building.compoundName} ${row.building.label} ${row.label}`,
          disabled: row.stewardId !== null,
        }),
      }}
      columns={columns}
    />
  );
}

type DialogProps = { stairwellIds: string[]; onClose: () => void; onDone: () => void };

function AppointDialog({ stairwellIds, onClose, onDone }: DialogProps): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const { area } = useArea();
  const [form] = Form.useForm<{ personId: string; startsOn: string }>();
  const appoint = useWrite(appointSteward, [listBuildings]);
  const required = [{ required: true, message: t('start.required') }];
  return (
    <Modal
      open
      title={t('people.appoint', { count: stairwellIds.length })}
      okText={t('people.appointOk')}
      okButtonProps={{ loading: appoint.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ startsOn: today() }}
        onFinish={({ personId, startsOn }) =>
          appoint.mutate(
            { params: { areaId: area.id }, body: { personId, startsOn, stairwellIds } },
            saved(onDone),
          )
        }
      >
        <Form.Item name="personId" label={t('people.steward')} rules={required}>
          <PersonSelect areaId={area.id} holding="buildingHead" />
        </Form.Item>
        <Form.Item name="startsOn" label={t('people.startsOn')} rules={required}>
          <DayInput />
        </Form.Item>
      </Form>
      {appoint.isError ? <ProblemNote error={appoint.error} /> : null}
    </Modal>
  );
}

function useStairwellColumns(): ColumnsType<Row> {
  const t = useTexts();
  const { tree } = useArea();
  return [
    { title: t('rates.community'), render: (_, row) => tree.find(row.building.communityId)?.name },
    { title: t('household.compound'), render: (_, row) => row.building.compoundName },
    { title: t('household.building'), render: (_, row) => row.building.label },
    { title: t('household.stairwell'), dataIndex: 'label' },
    { title: t('round.households'), dataIndex: 'households', className: 'number' },
    { title: t('people.steward'), render: (_, row) => row.stewardName ?? '—' },
    {
      title: t('people.term'),
      render: (_, row) => (row.stewardId === null ? null : <EndTerm row={row} />),
    },
  ];
}

function EndTerm({ row }: { row: Row }): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const end = useWrite(endStewardTerm, [listBuildings]);
  const endTerm = (): void =>
    end.mutate(
      { params: { areaId: row.building.communityId, stairwellId: row.id } },
      { onSuccess: () => notify.done(t('shell.saved')), onError: notify.failed },
    );
  return (
    <Popconfirm
      title={t('people.endTitle', { name: row.stewardName ?? '' })}
      description={t('people.endText')}
      onConfirm={endTerm}
    >
      <Button size="small">{t('people.endTerm')}</Button>
    </Popconfirm>
  );
}
