import { Form, Input, Modal, Select } from 'antd';
import type { ReactElement } from 'react';
import { changeTeam, createTeam, listTeams, type TeamView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { PeopleSelect, PersonSelect } from '../../parts/person-select.tsx';

type Values = { communityId: string; name: string; leaderId: string; memberIds: string[] };
type Props = { team: TeamView | null; onClose: () => void };

/** A team of a community: its name, its leader, its members. */
export function TeamDialog({ team, onClose }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const { tree, area } = useArea();
  const [form] = Form.useForm<Values>();
  const communities = tree.communitiesOf(area.id);
  const communityId = Form.useWatch('communityId', form) ?? team?.communityId ?? communities[0]?.id;
  const create = useWrite(createTeam, [listTeams]);
  const change = useWrite(changeTeam, [listTeams]);
  const done = saved(onClose);

  function save({ communityId: areaId, ...body }: Values): void {
    if (team === null) create.mutate({ params: { areaId }, body }, done);
    else change.mutate({ params: { areaId: team.communityId, teamId: team.id }, body }, done);
  }

  const failure = create.error ?? change.error;
  return (
    <Modal
      open
      title={team === null ? t('people.addTeam') : team.name}
      okText={t('shell.save')}
      okButtonProps={{ loading: create.isPending || change.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          communityId,
          name: team?.name ?? '',
          leaderId: team?.leader.id,
          memberIds: team?.members.map((one) => one.id) ?? [],
        }}
        onFinish={save}
      >
        <TeamFields team={team} communityId={communityId} />
      </Form>
      {failure === null ? null : <ProblemNote error={failure} />}
    </Modal>
  );
}

type FieldsProps = { team: TeamView | null; communityId: string | undefined };

function TeamFields({ team, communityId }: FieldsProps): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const required = [{ required: true, message: t('start.required') }];
  return (
    <>
      <Form.Item name="communityId" label={t('rates.community')} rules={required}>
        <Select
          disabled={team !== null}
          options={tree.communitiesOf(area.id).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('people.teamName')} rules={required}>
        <Input maxLength={120} placeholder={t('people.teamExample')} />
      </Form.Item>
      <Form.Item name="leaderId" label={t('round.leader')} extra={t('people.leaderHint')} rules={required}>
        <PersonSelect areaId={communityId} holding="teamLeader" known={team === null ? [] : [team.leader]} />
      </Form.Item>
      <Form.Item name="memberIds" label={t('round.members')} extra={t('people.membersHint')}>
        <PeopleSelect areaId={communityId} known={team?.members ?? []} />
      </Form.Item>
    </>
  );
}
