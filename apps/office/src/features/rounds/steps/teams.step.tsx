import { Alert, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listTeams, type TeamView } from '@huhudao/protocol';
import { may, useArea } from '../../../api/areas.ts';
import { useRead } from '../../../api/client.ts';
import { useSession } from '../../../api/session.ts';
import { useTexts } from '../../../i18n/index.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { useFormat } from '../../../parts/format.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { isAssessed } from '../round-draft.ts';
import type { StepProps } from '../round-form.tsx';
import { useWithoutTeam } from '../use-without-team.ts';

/** Which teams take part. A community without a team would have doors that nobody can visit: the round is not opened. */
export function TeamsStep({ draft, change, streetId }: StepProps): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const mayRead = may(session, tree, 'teams.read', streetId);
  const teams = useRead(listTeams, { params: { areaId: streetId } }, { enabled: mayRead });
  if (isAssessed(draft)) return <Alert type="info" showIcon title={t('sample.ownTeam')} />;
  if (!mayRead) return <Alert type="info" showIcon title={t('round.teamsByStreet')} />;
  return (
    <Loaded of={teams}>
      {(all) => (
        <Choice
          draft={draft}
          change={change}
          streetId={streetId}
          teams={all.filter((team) => draft.communityIds.includes(team.communityId))}
        />
      )}
    </Loaded>
  );
}

type ChoiceProps = StepProps & { teams: TeamView[] };

function Choice({ draft, change, streetId, teams }: ChoiceProps): ReactElement {
  const t = useTexts();
  const columns = useTeamColumns();
  const names = useWithoutTeam(draft, streetId);
  return (
    <div className="stack">
      {names === null ? null : <Alert type="warning" showIcon title={t('round.withoutTeam', { names })} />}
      <Table<TeamView>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={teams}
        locale={{
          emptyText: (
            <EmptyHint title={t('round.noTeams')} hint={t('round.noTeamsHint')}>
              <Link to="/people" search={{ tab: 'teams' }}>
                {t('round.toTeams')}
              </Link>
            </EmptyHint>
          ),
        }}
        rowSelection={{
          selectedRowKeys: draft.teamIds,
          onChange: (keys) => change({ teamIds: keys.map(String) }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('shell.selectAll') }),
          getCheckboxProps: (team) => ({ 'aria-label': team.name }),
        }}
        columns={columns}
      />
    </div>
  );
}

function useTeamColumns(): ColumnsType<TeamView> {
  const t = useTexts();
  const format = useFormat();
  const { tree } = useArea();
  return [
    { title: t('round.team'), dataIndex: 'name' },
    { title: t('rates.community'), render: (_, team) => tree.find(team.communityId)?.name },
    { title: t('round.leader'), render: (_, team) => team.leader.name },
    {
      title: t('round.members'),
      render: (_, team) => format.list(team.members.map((one) => one.name)),
    },
  ];
}
