import { Button } from 'antd';
import { Check, Hourglass } from 'lucide-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { addDays } from '@huhudao/domain';
import type { PlanView, RoundView } from '@huhudao/protocol';
import { formatDay, formatShortDay, today, useLocale } from '@huhudao/ui';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';

const route = getRouteApi('/rounds/$roundId');

/** The calendar of one week, from Monday on; to be looked at. The week is in the address. */
export function PlanWeek({ round, plans }: { round: RoundView; plans: PlanView[] }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const { week } = route.useSearch();
  const navigate = route.useNavigate();
  const within = today() >= round.startsOn && today() <= round.deadline ? today() : round.startsOn;
  const monday = mondayOf(week ?? within);
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const sunday = addDays(monday, 6);
  const go = (count: number) =>
    void navigate({ search: (old) => ({ ...old, week: addDays(monday, count) }) });
  return (
    <>
      <div className="row round-week-head">
        <Button disabled={monday <= round.startsOn} onClick={() => go(-7)}>
          {t('round.weekBefore')}
        </Button>
        <h2 aria-live="polite">
          {formatShortDay(monday, locale)} – {formatShortDay(sunday, locale)}
        </h2>
        <Button disabled={sunday >= round.deadline} onClick={() => go(7)}>
          {t('round.weekAfter')}
        </Button>
      </div>
      <div className="round-week" role="region" aria-label={t('round.planCalendar')} tabIndex={0}>
        {days.map((day) => (
          <DayPlans key={day} day={day} plans={plans.filter((plan) => plan.day === day)} />
        ))}
      </div>
    </>
  );
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

function DayPlans({ day, plans }: { day: string; plans: PlanView[] }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  return (
    <section className="round-week-day" data-today={day === today() || undefined}>
      <h3>{formatDay(day, locale)}</h3>
      {plans.length === 0 ? <p>{t('round.noPlansThatDay')}</p> : null}
      <ul>
        {plans.map((plan) => (
          <li key={plan.id}>
            <b>
              {plan.from}–{plan.until}
            </b>
            <span>
              {plan.place} · {plan.teamName}
            </span>
            <Accepted plan={plan} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether the leader of the team has said yes. */
export function Accepted({ plan }: { plan: PlanView }): ReactElement {
  const t = useTexts();
  return plan.accepted ? (
    <Chip tone="done" icon={<Check size={14} aria-hidden />}>
      {t('round.planAccepted')}
    </Chip>
  ) : (
    <Chip tone="wait" icon={<Hourglass size={14} aria-hidden />}>
      {t('round.planProposed')}
    </Chip>
  );
}
