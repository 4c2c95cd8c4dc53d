import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton, Note } from '@huhudao/ui/components';
import { linkTo } from '../../app/navigation.tsx';
import type { Place } from '../../app/place.ts';
import { useRounds } from '../../app/round-context.tsx';
import { useMay, useTablet } from '../../app/tablet.tsx';
import type { ConcernDraft } from '../../local/work.types.ts';
import { concernAt, newConcern } from '../../work/concern.ts';
import { doorRefOf } from '../../work/record-visit.ts';
import type { Door, RoundView } from '../../work/round-view.ts';
import { ConcernForm } from './concern-form.tsx';
import styles from './concern.module.css';
import { useConcern } from './use-concern.ts';

type At = Extract<Place, { kind: 'concern' }>;

/** What a resident wants put right, in one screen. It goes on where it was left, whatever happened since. */
export function ConcernScreen({ at }: { at: At }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { view } = useRounds();
  const mayReport = useMay('issues.report', view?.streetId ?? '');
  const door = view?.stairwells
    .flatMap(({ doors }) => doors)
    .find(({ household }) => household.id === at.householdId);
  if (view === undefined || door === undefined || !mayReport)
    return (
      <main className={styles['main']}>
        <Note kind="info">
          <p>{t('tablet:concern.gone')}</p>
        </Note>
        <LinkButton {...linkTo({ kind: 'today' })}>{t('ui:action.back')}</LinkButton>
      </main>
    );
  return <Concern view={view} door={door} at={at} />;
}

function Concern({ view, door, at }: { view: RoundView; door: Door; at: At }) {
  const store = useTablet();
  // What is on screen is the newer one; the store's copy is only where it starts.
  const [initial] = useState((): ConcernDraft => {
    const ref = doorRefOf(view, door.household);
    return concernAt(store.snapshot().concerns, ref) ?? newConcern(ref);
  });
  const handle = useConcern(initial);
  return <ConcernForm handle={handle} door={door} at={at} />;
}
