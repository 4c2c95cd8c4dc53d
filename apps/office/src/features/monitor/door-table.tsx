import { Table } from 'antd';
import type { ReactElement } from 'react';
import { readStairwell, type DoorView } from '@huhudao/protocol';
import { StateChip, doorStateOf } from '@huhudao/ui/stairwell-grid';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Loaded } from '../../parts/loaded.tsx';

type Props = { areaId: string; stairwellId: string; roundId: string };

/** The doors of a stairwell in this round as a list: what came of each, and how often it was tried. */
export function DoorTable({ areaId, stairwellId, roundId }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  const stairwell = useRead(
    readStairwell,
    { params: { areaId, stairwellId }, query: { roundId } },
    { keep: true, every: 60_000 },
  );
  return (
    <Loaded of={stairwell}>
      {({ doors }) => (
        <Table<DoorView>
          size="small"
          rowKey="householdId"
          pagination={false}
          dataSource={doors.filter((door) => door.assigned)}
          columns={[
            { title: t('monitor.room'), dataIndex: 'room' },
            { title: t('monitor.doorState'), render: (_, door) => <StateChip state={doorStateOf(door)} /> },
            {
              title: t('monitor.outcome'),
              render: (_, { outcome }) => (outcome === null ? '—' : words.outcome(outcome)),
            },
            { title: t('monitor.attempts'), dataIndex: 'attempts', className: 'number' },
            {
              title: t('monitor.revisits'),
              render: (_, { revisit }) => (revisit ? t('monitor.revisitOpen') : '—'),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
