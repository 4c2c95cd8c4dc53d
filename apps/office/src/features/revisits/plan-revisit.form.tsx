import { Button, Form } from 'antd';
import type { ReactElement } from 'react';
import { handleRevisit, listRevisits, readOverview, type RevisitView } from '@huhudao/protocol';
import { today } from '@huhudao/ui';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useSaved } from '../../parts/notify.ts';
import { PersonSelect } from '../../parts/person-select.tsx';
import { ProblemNote } from '../../parts/problem.tsx';

type Values = { plannedOn: string | null; ownerId: string | null };
type Props = { revisit: RevisitView; onDone: () => void };

/** Who goes, and when. */
export function PlanRevisitForm({ revisit, onDone }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const send = useWrite(handleRevisit, [listRevisits, readOverview]);
  const plan = ({ plannedOn, ownerId }: Values): void =>
    send.mutate(
      {
        params: { areaId: revisit.communityId, revisitId: revisit.id },
        body: {
          plannedOn,
          ownerId: ownerId ?? null,
          ...(revisit.state === 'open' && plannedOn !== null ? { state: 'planned' } : {}),
        },
      },
      saved(onDone),
    );
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ plannedOn: revisit.plannedOn, ownerId: revisit.ownerId }}
      onFinish={plan}
    >
      <Form.Item name="plannedOn" label={t('revisit.planned')}>
        <DayInput from={today()} />
      </Form.Item>
      <Form.Item name="ownerId" label={t('revisit.owner')}>
        <PersonSelect
          areaId={revisit.communityId}
          known={revisit.ownerId === null ? [] : [{ id: revisit.ownerId, name: revisit.ownerName ?? '' }]}
        />
      </Form.Item>
      {send.isError ? <ProblemNote error={send.error} /> : null}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('shell.save')}
      </Button>
    </Form>
  );
}
