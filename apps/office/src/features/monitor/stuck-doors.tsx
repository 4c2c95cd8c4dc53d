import type { ReactElement, ReactNode } from 'react';
import type { ReminderCause } from '@huhudao/domain';
import type { RoundView, StuckView } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { PlaceLink } from './coverage-trail.tsx';
import { RemindButton } from './remind-button.tsx';
import { StuckList, type StuckKind } from './stuck-list.tsx';

type Door = StuckView['usedUp']['rows'][number];

type Props<Row extends Door> = {
  kind: StuckKind;
  /** What the teams are reminded of, where that helps. */
  cause?: ReminderCause;
  round: RoundView;
  list: { total: number; rows: Row[] };
  more?: { title: string; render: (row: Row) => ReactNode };
};

/** Doors that wait for one reason: each leads to its stairwell, where it can be given to another team. */
export function StuckDoors<Row extends Door>({
  kind,
  cause,
  round,
  list,
  more,
}: Props<Row>): ReactElement | null {
  const t = useTexts();
  const teams = list.rows.flatMap(({ teamId, teamName }) =>
    teamId === null || teamName === null ? [] : [{ id: teamId, name: teamName }],
  );
  return (
    <StuckList
      kind={kind}
      list={list}
      rowKey="householdId"
      columns={[
        {
          title: t('monitor.door'),
          render: (_, row) => (
            <PlaceLink
              place={{ community: row.communityId, building: row.buildingId, stairwell: row.stairwellId }}
              name={row.address}
            />
          ),
        },
        { title: t('round.team'), render: (_, row) => row.teamName ?? '—' },
        { title: t('monitor.attempts'), className: 'number', dataIndex: 'attempts' },
        ...(more === undefined
          ? []
          : [{ title: more.title, render: (_: unknown, row: Row) => more.render(row) }]),
      ]}
    >
      {cause === undefined ? null : <RemindButton round={round} teams={teams} cause={cause} />}
    </StuckList>
  );
}
