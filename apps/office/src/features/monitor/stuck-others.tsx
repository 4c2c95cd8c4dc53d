import type { ReactElement } from 'react';
import type { RoundView, StuckView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { AllStairwellsLink } from './coverage-trail.tsx';
import { RemindButton } from './remind-button.tsx';
import { StuckList } from './stuck-list.tsx';

/** Stairwells nobody goes to: their community's list is where they are given to a team. */
export function WithoutTeam({ list }: { list: StuckView['withoutTeam'] }): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  return (
    <StuckList
      kind="withoutTeam"
      list={list}
      rowKey="stairwellId"
      columns={[
        { title: t('monitor.stairwell'), dataIndex: 'place' },
        { title: t('monitor.left'), className: 'number', render: (_, row) => format.number(row.left) },
        {
          title: t('monitor.helps'),
          render: (_, row) => (
            <AllStairwellsLink communityId={row.communityId} name={t('monitor.giveToTeam')} />
          ),
        },
      ]}
    />
  );
}

type RoundProps<K extends keyof StuckView> = { round: RoundView; list: StuckView[K] };

export function WithoutPlan({ round, list }: RoundProps<'withoutPlan'>): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  const { tree } = useArea();
  const teams = list.rows.map(({ teamId, name }) => ({ id: teamId, name }));
  return (
    <StuckList
      kind="withoutPlan"
      list={list}
      rowKey="teamId"
      columns={[
        { title: t('round.team'), dataIndex: 'name' },
        { title: t('rates.community'), render: (_, row) => tree.find(row.communityId)?.name ?? '—' },
        { title: t('monitor.left'), className: 'number', render: (_, row) => format.number(row.left) },
        {
          title: t('monitor.helps'),
          render: (_, row) => (
            <RemindButton round={round} teams={[{ id: row.teamId, name: row.name }]} cause="noPlan" link />
          ),
        },
      ]}
    >
      {teams.length > 1 ? <RemindButton round={round} teams={teams} cause="noPlan" /> : null}
    </StuckList>
  );
}

/** Tablets, not the people who carry them: records may lie on one in a drawer. */
export function QuietTablets({ round, list }: RoundProps<'tablets'>): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  return (
    <StuckList
      kind="tablets"
      list={list}
      rowKey="deviceId"
      columns={[
        { title: t('monitor.tablet'), dataIndex: 'name' },
        { title: t('round.team'), render: (_, row) => format.list(row.teams.map(({ name }) => name)) },
        {
          title: t('monitor.lastSeen'),
          render: (_, row) => (row.lastSeenAt === null ? '—' : format.moment(row.lastSeenAt)),
        },
        {
          title: t('monitor.unsent'),
          className: 'number',
          render: (_, row) => (row.unsent === null ? '—' : format.number(row.unsent)),
        },
        {
          title: t('monitor.helps'),
          render: (_, row) => <RemindButton round={round} teams={row.teams} cause="tablet" link />,
        },
      ]}
    />
  );
}
