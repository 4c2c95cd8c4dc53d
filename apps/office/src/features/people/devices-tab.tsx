import { Button, Popconfirm, Table } from 'antd';
import type { ReactElement } from 'react';
import { listDevices, revokeDevice, type DeviceView } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify } from '../../parts/notify.ts';

/** Tablets: when they were last seen, and what they said they still have to send. */
export function DevicesTab(): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const devices = useRead(listDevices, {}, { every: 60_000 });
  return (
    <Loaded of={devices}>
      {(all) => (
        <Table<DeviceView>
          size="small"
          rowKey="id"
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          dataSource={all}
          locale={{ emptyText: <EmptyHint title={t('people.noDevices')} hint={t('people.noDevicesHint')} /> }}
          columns={[
            { title: t('people.device'), dataIndex: 'name' },
            {
              title: t('people.lastSeen'),
              render: (_, device) => (device.lastSeenAt === null ? '—' : format.full(device.lastSeenAt)),
            },
            { title: t('people.lastPerson'), render: (_, device) => device.lastPersonName ?? '—' },
            {
              title: t('people.unsent'),
              render: (_, device) => (
                <>
                  <Unsent device={device} />
                  {device.photosToCome > 0 && (
                    <div className="small muted">
                      {t('people.photosToCome', { count: device.photosToCome })}
                    </div>
                  )}
                </>
              ),
            },
            { title: t('people.lost'), render: (_, device) => <Lost device={device} /> },
            { title: t('people.state'), render: (_, device) => <DeviceState device={device} /> },
            { title: t('people.revoke'), render: (_, device) => <Revoke device={device} /> },
          ]}
        />
      )}
    </Loaded>
  );
}

function Unsent({ device }: { device: DeviceView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  if (device.unsent === null) return <span className="muted">{t('people.notReported')}</span>;
  if (device.unsent === 0 || device.oldestUnsentAt === null) return <>{device.unsent}</>;
  return (
    <span className="row">
      <Chip tone="wait">{t('people.unsentCount', { count: device.unsent })}</Chip>
      <span className="muted small">
        {t('people.unsentSince', { time: format.moment(device.oldestUnsentAt) })}
      </span>
    </span>
  );
}

/** Records the tablet had and lost before they were sent: somebody has to ask what they were. */
function Lost({ device }: { device: DeviceView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  if (device.lost === 0 || device.lostReportedAt === null) return <>—</>;
  return (
    <span className="row">
      <Chip tone="back">{t('people.lostCount', { count: device.lost })}</Chip>
      <span className="muted small">{format.moment(device.lostReportedAt)}</span>
    </span>
  );
}

function DeviceState({ device }: { device: DeviceView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  if (device.revokedAt === null) return <Chip tone="done">{t('people.active')}</Chip>;
  return <Chip tone="back">{t('people.revokedAt', { time: format.moment(device.revokedAt) })}</Chip>;
}

function Revoke({ device }: { device: DeviceView }): ReactElement | null {
  const t = useTexts();
  const notify = useNotify();
  const revoke = useWrite(revokeDevice, [listDevices]);
  if (device.revokedAt !== null) return null;
  return (
    <Popconfirm
      title={t('people.revokeTitle', { name: device.name })}
      description={t('people.revokeText')}
      okButtonProps={{ danger: true }}
      onConfirm={() => revoke.mutate({ params: { deviceId: device.id } }, { onError: notify.failed })}
    >
      <Button size="small" danger loading={revoke.isPending}>
        {t('people.revoke')}
      </Button>
    </Popconfirm>
  );
}
