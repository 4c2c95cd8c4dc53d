import { useTranslation } from 'react-i18next';
import { DoorSheet } from '../features/door/door.tsx';
import { StairwellScreen } from '../features/stairwell/stairwell.tsx';
import { Today } from '../features/today/today.tsx';
import type { Place } from './place.ts';
import { useRounds } from './round-context.tsx';
import styles from './shell.module.css';
import { useWide } from './use-wide.ts';

type Props = { place: Extract<Place, { kind: 'today' | 'stairwell' | 'door' }> };

/** List, grid and door: side by side on a tablet lying down, one after the other elsewhere. */
export function Workspace({ place }: Props) {
  const { t } = useTranslation('tablet');
  const { view } = useRounds();
  const wide = useWide();
  const first = view?.stairwells[0]?.stairwell.id;
  const stairwellId = place.kind === 'today' ? (wide ? first : undefined) : place.stairwellId;
  const householdId = place.kind === 'door' ? place.householdId : undefined;

  if (!wide) {
    return (
      // A new screen begins at its top.
      <main className={styles['single']} key={householdId ?? stairwellId ?? 'today'}>
        {householdId !== undefined ? (
          <DoorSheet householdId={householdId} />
        ) : stairwellId !== undefined ? (
          <StairwellScreen stairwellId={stairwellId} />
        ) : (
          <Today />
        )}
      </main>
    );
  }
  return (
    <main className={styles['columns']}>
      <section className={styles['list']}>
        <Today {...(stairwellId === undefined ? {} : { stairwellId })} />
      </section>
      <section className={styles['middle']}>
        {stairwellId === undefined ? (
          <p className={styles['hint']}>{t('today.choose')}</p>
        ) : (
          <StairwellScreen
            stairwellId={stairwellId}
            {...(householdId === undefined ? {} : { householdId })}
          />
        )}
      </section>
      <section className={styles['side']}>
        {householdId === undefined ? (
          <p className={styles['hint']}>{t('stairwell.chooseDoor')}</p>
        ) : (
          <DoorSheet key={householdId} householdId={householdId} />
        )}
      </section>
    </main>
  );
}
