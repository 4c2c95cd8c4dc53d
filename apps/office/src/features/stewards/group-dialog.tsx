import { Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { type ReactElement } from 'react';
import { createHouseholdGroup, listBuildings, readStairwell } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { changedByTerms } from './term-dialog.tsx';

type Values = { stairwellId: string; name: string; householdIds: string[] };

/** Households of one stairwell that a household lead looks after. */
export function GroupDialog({ onClose }: { onClose: () => void }): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const { area } = useArea();
  const [form] = Form.useForm<Values>();
  const stairwellId = Form.useWatch('stairwellId', form);
  const create = useWrite(createHouseholdGroup, changedByTerms);
  const required = [{ required: true, message: t('start.required') }];
  const params = { areaId: area.id };
  return (
    <Modal
      open
      title={t('steward.group')}
      okText={t('shell.save')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ householdIds: [] }}
        onFinish={(body) => create.mutate({ params, body }, saved(onClose))}
      >
        <Form.Item name="stairwellId" label={t('steward.groupStairwell')} rules={required}>
          <StairwellSelect onPick={() => form.setFieldValue('householdIds', [])} />
        </Form.Item>
        <Form.Item name="name" label={t('steward.groupName')} rules={required}>
          <Input maxLength={120} placeholder={t('steward.groupExample')} />
        </Form.Item>
        {stairwellId === undefined ? null : (
          <Form.Item name="householdIds" label={t('steward.groupDoors')} rules={required}>
            <Doors key={stairwellId} stairwellId={stairwellId} />
          </Form.Item>
        )}
      </Form>
      {create.isError ? <ProblemNote error={create.error} /> : null}
    </Modal>
  );
}

type SelectProps = { id?: string; value?: string; onChange?: (id: string) => void; onPick: () => void };

function StairwellSelect({ id, value, onChange, onPick }: SelectProps): ReactElement {
  const { area } = useArea();
  const buildings = useRead(listBuildings, { params: { areaId: area.id } });
  const options = (buildings.data ?? []).flatMap(({ compoundName, label, stairwells }) =>
    stairwells.map((stairwell) => ({
      value: stairwell.id,
      label: `${compoundName} ${label} ${stairwell.label}`,
    })),
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ optionFilterProp: 'label' }}
      loading={buildings.isFetching}
      value={value ?? null}
      options={options}
      onChange={(next) => {
        onPick();
        if (next !== null) onChange?.(next);
      }}
    />
  );
}

type DoorProps = { stairwellId: string; value?: string[]; onChange?: (ids: string[]) => void };

function Doors({ stairwellId, value = [], onChange }: DoorProps): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const stairwell = useRead(readStairwell, { params: { areaId: area.id, stairwellId } });
  return (
    <Loaded of={stairwell}>
      {({ doors }) => (
        <>
          <Checkbox.Group
            className="steward-doors"
            value={value}
            onChange={(ids) => onChange?.(ids)}
            options={doors.map(({ householdId, room }) => ({ value: householdId, label: room }))}
          />
          <Button
            size="small"
            type="link"
            onClick={() => onChange?.(doors.map(({ householdId }) => householdId))}
          >
            {t('steward.groupAll')}
          </Button>
        </>
      )}
    </Loaded>
  );
}
