import { Button, Calendar, Segmented, Table } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { timeZone } from '@huhudao/domain';
import { listPlans, type Locale, type PlanView, type RoundView } from '@huhudao/protocol';
import { formatDay, today, useLocale } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { DoorNotices } from './door-notices.tsx';

const route = getRouteApi('/rounds/$roundId');

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
              {view === 'calendar' ? <PlanCalendar round={round} plans={all} /> : <PlanTable plans={all} />}
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

function PlanCalendar({ round, plans }: { round: RoundView; plans: PlanView[] }): ReactElement {
  const { month } = route.useSearch();
  const navigate = route.useNavigate();
  const within = today() >= round.startsOn && today() <= round.deadline ? today() : round.startsOn;
  return (
    <Calendar
      value={dayjs(month === undefined ? within : `${month}-01`)}
      onPanelChange={(day) => void navigate({ search: (old) => ({ ...old, month: day.format('YYYY-MM') }) })}
      headerRender={renderHeader}
      cellRender={cellsOf(plans)}
    />
  );
}

const renderHeader = ({ value, onChange }: MonthProps): ReactElement => (
  <MonthHeader value={value} onChange={onChange} />
);

type MonthProps = { value: Dayjs; onChange: (day: Dayjs) => void };

/** Month by month; the year is beside it. */
function MonthHeader({ value, onChange }: MonthProps): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  return (
    <div className="row round-month">
      <Button onClick={() => onChange(value.subtract(1, 'month'))}>{t('round.monthBefore')}</Button>
      <h2>{formatMonth(value.format('YYYY-MM-DD'), locale)}</h2>
      <Button onClick={() => onChange(value.add(1, 'month'))}>{t('round.monthAfter')}</Button>
    </div>
  );
}

/** `2026年11月` / `November 2026`. */
function formatMonth(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: 'long' });
  return format.format(new Date(`${day}T04:00:00Z`));
}

const cellsOf =
  (plans: PlanView[]) =>
  (day: Dayjs, { type }: { type: string }): ReactElement | null =>
    type === 'date' ? (
      <DayPlans plans={plans.filter((plan) => plan.day === day.format('YYYY-MM-DD'))} />
    ) : null;

function DayPlans({ plans }: { plans: PlanView[] }): ReactElement | null {
  if (plans.length === 0) return null;
  return (
    <ul className="round-day">
      {plans.map((plan) => (
        <li key={plan.id}>
          {plan.from}–{plan.until} {plan.place} · {plan.teamName}
        </li>
      ))}
    </ul>
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
        { title: t('household.note'), dataIndex: 'note' },
      ]}
    />
  );
}
