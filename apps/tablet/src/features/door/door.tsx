import { useTranslation } from 'react-i18next';
import { Note } from '@huhudao/ui/components';
import { Chip, StateChip } from '@huhudao/ui/stairwell-grid';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useRounds } from '../../app/round-context.tsx';
import { useMay } from '../../app/tablet.tsx';
import { useWide } from '../../app/use-wide.ts';
import type { Stairwell } from '../../local/reference.types.ts';
import type { Door, RoundView } from '../../work/round-view.ts';
import { GoneDoors } from '../gone-doors/gone-doors.tsx';
import { DoorActions } from './door-actions.tsx';
import { DoorFacts } from './door-facts.tsx';
import styles from './door.module.css';
import { usePlaceName } from './place-name.ts';

/** Everything about one door, and what happened there in two taps. */
export function DoorSheet({ householdId }: { householdId: string }) {
  const { t } = useTranslation('tablet');
  const { view } = useRounds();
  const stairwell = view?.stairwells.find(({ doors }) =>
    doors.some(({ household }) => household.id === householdId),
  );
  const door = stairwell?.doors.find(({ household }) => household.id === householdId);
  if (view === undefined || stairwell === undefined || door === undefined)
    return (
      <>
        <p className={styles['quiet']}>{t('door.gone')}</p>
        <GoneDoors where={(gone) => gone.householdId === householdId} />
      </>
    );
  return <Known view={view} stairwell={stairwell.stairwell} door={door} />;
}

function Known({ view, stairwell, door }: { view: RoundView; stairwell: Stairwell; door: Door }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const place = usePlaceName();
  const wide = useWide();
  const mayVisit = useMay('visits.record', view.streetId);
  const { household, revisit, state, sending } = door;
  return (
    <article className={styles['door']}>
      <header>
        {/* Beside the grid the stairwell is in sight already. */}
        {!wide && <p className={styles['quiet']}>{place(stairwell)}</p>}
        <h1>{t('tablet:place.room', { room: household.room })}</h1>
        <div className={styles['chips']}>
          <StateChip state={state} />
          <Chip tone="none">{t(`ui:occupancy.${household.occupancy}`)}</Chip>
          {revisit !== undefined && (
            <Chip tone="back">
              {t('tablet:door.revisitDue', { day: formatShortDay(revisit.dueOn, locale) })}
            </Chip>
          )}
          {sending !== null && (
            <Chip tone={sending === 'needsAttention' ? 'back' : 'wait'}>
              {t(`tablet:door.sending.${sending}`)}
            </Chip>
          )}
        </div>
      </header>
      {household.doNotContact && (
        <Note kind="warning">
          <p>{t('tablet:door.doNotContact')}</p>
        </Note>
      )}
      <DoorFacts view={view} door={door} />
      {mayVisit ? (
        <DoorActions view={view} door={door} />
      ) : (
        <p className={styles['quiet']}>{t('tablet:door.readOnly')}</p>
      )}
    </article>
  );
}
