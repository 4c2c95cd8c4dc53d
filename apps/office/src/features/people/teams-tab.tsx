import { Button, Table } from 'antd';
import { useState, type ReactElement } from 'react';
import { listTeams, type TeamView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ReplacementDialog } from './replacement-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';

/** Visit teams: who leads, who goes along. */
export function TeamsTab(): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const [open, setOpen] = useState<TeamView | 'new' | null>(null);
  const teams = useRead(listTeams, { params: { areaId: area.id } });
  return (
    <div className="stack">
      <Tools onAdd={() => setOpen('new')} />
      <Loaded of={teams}>
        {(all) => (
          <Table<TeamView>
            size="small"
            rowKey="id"
            pagination={{ pageSize: 50, hideOnSinglePage: true }}
            dataSource={all}
            locale={{ emptyText: <EmptyHint title={t('round.noTeams')} hint={t('people.noTeamsHint')} /> }}
            columns={[
              {
                title: t('round.team'),
                render: (_, team) => (
                  <Button type="link" size="small" onClick={() => setOpen(team)}>
                    {team.name}
                  </Button>
                ),
              },
              { title: t('rates.community'), render: (_, team) => tree.find(team.communityId)?.name },
              { title: t('round.leader'), render: (_, team) => team.leader.name },
              {
                title: t('round.members'),
                render: (_, team) => team.members.map((one) => one.name).join(' · '),
              },
            ]}
          />
        )}
      </Loaded>
      {open === null ? null : (
        <TeamDialog
          key={open === 'new' ? 'new' : open.id}
          team={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** A team is formed; somebody who leaves is replaced in all of theirs. */
function Tools({ onAdd }: { onAdd: () => void }): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const [replacing, setReplacing] = useState(false);
  return (
    <div className="row">
      <Button type="primary" onClick={onAdd}>
        {t('people.addTeam')}
      </Button>
      {area.kind === 'district' ? null : (
        <Button onClick={() => setReplacing(true)}>{t('replace.open')}</Button>
      )}
      {replacing ? <ReplacementDialog onClose={() => setReplacing(false)} /> : null}
    </div>
  );
}
