import { Segmented, Table } from 'antd';
import { useState, type ReactElement } from 'react';
import { listPlans, type PlanView, type RoundView } from '@huhudao/protocol';
import { formatDay, useLocale } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { DoorNotices } from './door-notices.tsx';
import { Accepted, PlanWeek } from './plan-week.tsx';

/** Who visits which stairwell when, as a calendar and as a list. Plans are made on the tablet. */
export function PlansTab({ round }: { round: RoundView }): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const [view, setView] = useState<'calendar' | 'list'>('calendar');
  const plans = useRead(listPlans, { params: { areaId: area.id, roundId: round.id } }, { every: 60_000 });
  return (
    <Loaded of={plans}>
      {(all) => (
        <div className="stack">
          <DoorNotices round={round} plans={all} />
          {all.length === 0 ? (
            <EmptyHint title={t('round.noPlans')} hint={t('round.noPlansHint')} />
          ) : (
            <>
              <Segmented
                className="round-plan-view"
                aria-label={t('round.planView')}
                value={view}
                onChange={setView}
                options={[
                  { value: 'calendar', label: t('round.planCalendar') },
                  { value: 'list', label: t('round.planList') },
                ]}
              />
              {view === 'calendar' ? <PlanWeek round={round} plans={all} /> : <PlanTable plans={all} />}
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

function PlanTable({ plans }: { plans: PlanView[] }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const ordered = plans.toSorted(
    (one, other) => one.day.localeCompare(other.day) || one.from.localeCompare(other.from),
  );
  return (
    <Table<PlanView>
      size="small"
      rowKey="id"
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      dataSource={ordered}
      columns={[
        { title: t('round.day'), render: (_, plan) => formatDay(plan.day, locale) },
        { title: t('round.time'), render: (_, plan) => `${plan.from}–${plan.until}` },
        { title: t('overview.place'), dataIndex: 'place' },
        { title: t('round.team'), dataIndex: 'teamName' },
        { title: t('round.planState'), render: (_, plan) => <Accepted plan={plan} /> },
        { title: t('household.note'), dataIndex: 'note' },
      ]}
    />
  );
}
