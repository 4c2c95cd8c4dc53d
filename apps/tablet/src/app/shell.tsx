import { useTranslation } from 'react-i18next';
import { Plan } from '../features/plan/plan.tsx';
import { Revisits } from '../features/revisits/revisits.tsx';
import { Settings } from '../features/settings/settings.tsx';
import { SyncStatusScreen } from '../features/sync-status/sync-status.tsx';
import { VisitScreen } from '../features/visit/visit.tsx';
import { Header } from './header.tsx';
import { Menu } from './menu.tsx';
import { usePlace } from './navigation.tsx';
import type { Place } from './place.ts';
import styles from './shell.module.css';
import { UndoRegion } from './undo-region.tsx';
import { Workspace } from './workspace.tsx';

type Props = { waiting: ServiceWorker | null; onSignOut: () => Promise<void> };

/** Header, menu and the screen of the place one is in. During a visit there is nothing but the visit. */
export function Shell({ waiting, onSignOut }: Props) {
  const { t } = useTranslation('tablet');
  const place = usePlace();
  if (place.kind === 'visit') return <VisitScreen key={place.householdId} door={place} />;
  return (
    <div className={styles['shell']}>
      <Header waiting={waiting} />
      <nav className={styles['nav']} aria-label={t('nav.label')}>
        <Menu />
      </nav>
      <Screen place={place} onSignOut={onSignOut} />
      <UndoRegion />
    </div>
  );
}

type ScreenProps = { place: Exclude<Place, { kind: 'visit' }>; onSignOut: () => Promise<void> };

function Screen({ place, onSignOut }: ScreenProps) {
  switch (place.kind) {
    case 'plan':
      return <Plan />;
    case 'revisits':
      return <Revisits />;
    case 'sync':
      return <SyncStatusScreen onSignOut={onSignOut} />;
    case 'settings':
      return <Settings onSignOut={onSignOut} />;
    default:
      return <Workspace place={place} />;
  }
}
