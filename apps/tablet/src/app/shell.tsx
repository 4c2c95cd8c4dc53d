import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHandedOver, useStayWithResident } from './handed-over.ts';
import { doorOf } from '../work/finish-visit.ts';
import { Header } from './header.tsx';
import {
  ConcernScreen,
  Notices,
  Plan,
  Revisits,
  Settings,
  SyncStatusScreen,
  VisitScreen,
} from './later-screens.ts';
import { Menu } from './menu.tsx';
import { usePlace } from './navigation.tsx';
import type { Place } from './place.ts';
import styles from './shell.module.css';
import { UndoRegion } from './undo-region.tsx';
import { Workspace } from './workspace.tsx';

/** Header, menu and the screen of the place one is in. During a visit there is nothing but the visit. */
export function Shell() {
  const { t } = useTranslation('tablet');
  const place = usePlace();
  const handedOver = useHandedOver();
  useStayWithResident();
  // In a resident's hands the address says nothing.
  const held = handedOver && ({ kind: 'visit', ...doorOf(handedOver) } as const);
  const visit = held ?? (place.kind === 'visit' ? place : undefined);
  if (visit !== undefined)
    return (
      <Suspense>
        <VisitScreen key={visit.householdId} door={visit} />
      </Suspense>
    );
  if (place.kind === 'concern')
    return (
      <Suspense>
        <ConcernScreen key={place.householdId} at={place} />
      </Suspense>
    );
  return (
    <div className={styles['shell']}>
      <Header />
      <nav className={styles['nav']} aria-label={t('nav.label')}>
        <Menu />
      </nav>
      <Suspense fallback={<main />}>
        <Screen place={place} />
      </Suspense>
      <UndoRegion />
    </div>
  );
}

function Screen({ place }: { place: Place }) {
  switch (place.kind) {
    case 'plan':
      return <Plan />;
    case 'revisits':
      return <Revisits />;
    case 'notices':
      return <Notices />;
    case 'sync':
      return <SyncStatusScreen />;
    case 'settings':
      return <Settings />;
    case 'visit':
    case 'concern':
      return null;
    default:
      return <Workspace place={place} />;
  }
}
