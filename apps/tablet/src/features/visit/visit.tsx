import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton, Note } from '@huhudao/ui/components';
import { useHandedOver } from '../../app/handed-over.ts';
import { linkTo } from '../../app/navigation.tsx';
import type { Place } from '../../app/place.ts';
import { useRounds } from '../../app/round-context.tsx';
import type { TabletStore } from '../../app/tablet-store.ts';
import { useTablet } from '../../app/tablet.tsx';
import type { Draft } from '../../local/work.types.ts';
import { draftIdOf, newDraft } from '../../work/draft.ts';
import { placeNameOf } from '../../work/named-places.ts';
import { doorRefOf } from '../../work/record-visit.ts';
import type { Door, RoundView, StairwellView } from '../../work/round-view.ts';
import { GoneDoorsNote } from '../gone-doors/gone-doors-note.tsx';
import { GiveBack } from './give-back.tsx';
import { Step } from './step.tsx';
import { useDraft } from './use-draft.ts';
import { useVersion } from './use-version.ts';
import styles from './visit.module.css';

/** A visit at one door, from the first word to the summary. It goes on where it was left, whatever happened since. */
export function VisitScreen({ door }: { door: Extract<Place, { kind: 'visit' }> }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { view } = useRounds();
  const found = view === undefined ? undefined : findDoor(view, door.householdId);
  const handedOver = useHandedOver();
  if (found === undefined && handedOver !== undefined) return <GoneMeanwhile draft={handedOver} />;
  if (view === undefined || found === undefined) {
    return (
      <main className={styles['frame']}>
        <Note kind="info">
          <p>{t('tablet:door.gone')}</p>
        </Note>
        <GoneDoorsNote where={(gone) => gone.householdId === door.householdId} />
        <LinkButton {...linkTo({ kind: 'today' })}>{t('ui:action.back')}</LinkButton>
      </main>
    );
  }
  return <Visit view={view} {...found} />;
}

/** The door went to somebody else, or the round ended, while the resident was answering. */
function GoneMeanwhile({ draft }: { draft: Draft }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  const { outcome } = draft;
  const kept = { ...draft, outcome: outcome ?? ('partial' as const), step: 'form' as const };
  return (
    <main className={styles['frame']}>
      <p className={styles['thanks']}>{t('lock.handedOver.gone')}</p>
      <GiveBack onWorker={() => void store.saveDraft(kept).catch(setFault)} />
    </main>
  );
}

type VisitProps = { view: RoundView; stairwell: StairwellView; door: Door };

function Visit(place: VisitProps) {
  const store = useTablet();
  // The draft on screen is the newer one; the store's copy is only where it starts.
  const [initial] = useState(() => draftOf(store, place));
  const handle = useDraft(initial);
  const { draft } = handle;
  const form = useVersion(draft.form.hash);
  const questionnaire = useVersion(draft.questionnaire?.hash ?? null);
  if (form === undefined || questionnaire === undefined) return null;
  return <Step {...place} {...handle} form={form} questionnaire={questionnaire} />;
}

function draftOf(store: TabletStore, { view, stairwell, door }: VisitProps): Draft {
  const ref = doorRefOf(view, door.household);
  const known = store.snapshot().drafts.find((draft) => draft.id === draftIdOf(ref));
  const place = placeNameOf(stairwell.stairwell, door.household);
  return known ?? { ...newDraft(ref, view.round, door.household, new Date().toISOString()), place };
}

function findDoor(
  view: RoundView,
  householdId: string,
): { stairwell: StairwellView; door: Door } | undefined {
  for (const stairwell of view.stairwells) {
    const door = stairwell.doors.find((one) => one.household.id === householdId);
    if (door !== undefined) return { stairwell, door };
  }
  return undefined;
}
