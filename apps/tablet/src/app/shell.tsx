import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Header } from './header.tsx';
import { Plan, Revisits, Settings, SyncStatusScreen, VisitScreen } from './later-screens.ts';
import { Menu } from './menu.tsx';
import { usePlace } from './navigation.tsx';
import type { Place } from './place.ts';
import styles from './shell.module.css';
import { UndoRegion } from './undo-region.tsx';
import { Workspace } from './workspace.tsx';

/** Header, menu and the screen of the place one is in. During a visit there is nothing but the visit. */
export function Shell({ onSignOut }: { onSignOut: () => Promise<void> }) {
  const { t } = useTranslation('tablet');
  const place = usePlace();
  if (place.kind === 'visit')
    return (
      <Suspense>
        <VisitScreen key={place.householdId} door={place} />
      </Suspense>
    );
  return (
    <div className={styles['shell']}>
      <Header />
      <nav className={styles['nav']} aria-label={t('nav.label')}>
        <Menu />
      </nav>
      <Suspense fallback={<main />}>
        <Screen place={place} onSignOut={onSignOut} />
      </Suspense>
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
