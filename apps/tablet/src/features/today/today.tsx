import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useLocale } from '@huhudao/ui';
import { Button, SearchField, SelectField } from '@huhudao/ui/components';
import { useRounds } from '../../app/round-context.tsx';
import { appointmentsUntil, countsOf, doorFilters, pick, type DoorFilter } from '../../work/doors-list.ts';
import type { RoundView } from '../../work/round-view.ts';
import { GoneDoors } from '../gone-doors/gone-doors.tsx';
import { usePlans } from '../plan/use-plans.ts';
import { LostNote } from '../sync-status/lost-note.tsx';
import { SpaceNote } from '../sync-status/space-note.tsx';
import { AppointmentRow, DoorRow } from './door-row.tsx';
import { StairwellCard } from './stairwell-card.tsx';
import styles from './today.module.css';

/** My doors by building and stairwell in walking order; appointments first. Beside it one goes from door to door. */
export const Today = memo(function Today({ stairwellId }: { stairwellId?: string }) {
  const { t } = useTranslation('tablet');
  const { view } = useRounds();
  if (view === undefined) return <p className={styles['none']}>{t('today.noRound')}</p>;
  if (view.stairwells.length === 0)
    return (
      <>
        <p className={styles['none']}>{t('today.noDoors')}</p>
        <GoneDoors />
      </>
    );
  return <Doors view={view} {...(stairwellId === undefined ? {} : { stairwellId })} />;
});

function Doors({ view, stairwellId }: { view: RoundView; stairwellId?: string }) {
  const { t } = useTranslation('tablet');
  const [filter, setFilter] = useState<DoorFilter>('all');
  const [search, setSearch] = useState('');
  const counts = useMemo(() => countsOf(view), [view]);
  const narrowed = filter !== 'all' || search.trim() !== '';
  return (
    <div className={styles['today']}>
      <header>
        <h1>{t('today.title')}</h1>
        <p className={styles['quiet']}>{t('today.summary', counts)}</p>
      </header>
      <LostNote />
      <GoneDoors />
      <SpaceNote />
      <SearchField label={t('today.search')} value={search} onChange={setSearch} />
      <SelectField
        label={t('today.filter')}
        hideLabel
        value={filter}
        onChange={setFilter}
        choices={doorFilters.map((value) => ({
          value,
          label: t('today.filterCount', { filter: t(`today.filters.${value}`), doors: counts[value] }),
        }))}
      />
      {narrowed ? (
        <Found view={view} filter={filter} search={search} />
      ) : (
        <Everything
          view={view}
          onAllAppointments={() => setFilter('appointment')}
          {...(stairwellId === undefined ? {} : { stairwellId })}
        />
      )}
    </div>
  );
}

/** As many appointments as leave the stairwells in sight. */
const fewAppointments = 3;

type EverythingProps = { view: RoundView; stairwellId?: string; onAllAppointments: () => void };

function Everything({ view, stairwellId, onAllAppointments }: EverythingProps) {
  const { t } = useTranslation('tablet');
  const { planned } = usePlans(view);
  const day = today();
  const plannedToday = planned.filter((plan) => plan.day === day);
  const appointments = appointmentsUntil(view, day);
  const others = appointments.length - fewAppointments;
  return (
    <>
      {appointments.length > 0 && (
        <section>
          <h2>{t('today.appointments')}</h2>
          <ul className={styles['rows']}>
            {appointments.slice(0, fewAppointments).map((entry) => (
              <AppointmentRow key={entry.door.household.id} entry={entry} roundId={view.round.id} />
            ))}
          </ul>
          {others > 0 && (
            <Button look="quiet" wide onPress={onAllAppointments}>
              {t('today.moreAppointments', { count: others })}
            </Button>
          )}
        </section>
      )}
      <ul className={styles['cards']}>
        {view.stairwells.map((stairwell) => (
          <StairwellCard
            key={stairwell.stairwell.id}
            roundId={view.round.id}
            stairwell={stairwell}
            plan={plannedToday.find(({ stairwellId: id }) => id === stairwell.stairwell.id)}
            current={stairwell.stairwell.id === stairwellId}
          />
        ))}
      </ul>
    </>
  );
}

function Found({ view, filter, search }: { view: RoundView; filter: DoorFilter; search: string }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const found = pick(view, filter, search);
  if (found.length === 0) return <p className={styles['none']}>{t('today.none')}</p>;
  return (
    <>
      {found.map(({ stairwell, doors }) => (
        <section key={stairwell.id}>
          <h2>
            {t('place.stairwell', {
              compound: stairwell.compoundName,
              building: stairwell.buildingLabel,
              stairwell: stairwell.label,
            })}
          </h2>
          <ul className={styles['rows']}>
            {doors.map((door) => (
              <DoorRow key={door.household.id} door={door} roundId={view.round.id} locale={locale} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
