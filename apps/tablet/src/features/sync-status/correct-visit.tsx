import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSummary } from '@huhudao/outbox';
import { Button } from '@huhudao/ui/components';
import { goTo } from '../../app/navigation.tsx';
import { useOwnWork, useSnapshot, useTablet } from '../../app/tablet.tsx';
import { correctionOf } from '../../work/corrections.ts';
import { draftIdOf } from '../../work/draft.ts';
import { roundView } from '../../work/round-view.ts';
import styles from './sync-status.module.css';

/** Opens a refused visit as a draft, where its door and round are still the worker's. */
export function CorrectVisit({ record }: { record: RecordSummary }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const place = usePlaceOf(record);
  const { drafts } = useSnapshot();
  const [failed, setFailed] = useState(false);
  if (record.kind !== 'recordVisit' || place === undefined) return null;
  const { view, door } = place;
  const householdId = door.household.id;
  const begun = drafts.find(({ id }) => id === draftIdOf({ roundId: view.round.id, householdId }));
  if (begun !== undefined && begun.corrects !== record.id)
    return <p className={styles['quiet']}>{t('sync.draftInTheWay')}</p>;
  const correct = async () => {
    try {
      const full = await store.refused.record(record.id);
      if (begun === undefined && full !== undefined) await store.saveDraft(correctionOf(full, view, door));
      goTo({
        kind: 'visit',
        roundId: view.round.id,
        stairwellId: door.household.stairwellId,
        householdId,
      });
    } catch {
      setFailed(true);
    }
  };
  return (
    <Button look="primary" onPress={() => void correct()}>
      {t(failed ? 'sync.correctFailed' : 'sync.correct')}
    </Button>
  );
}

function usePlaceOf({ streetId, label }: RecordSummary) {
  const { streets } = useSnapshot();
  const work = useOwnWork();
  const street = streets.find((one) => one.streetId === streetId);
  if (street === undefined || label.roundId === null) return undefined;
  const view = roundView(street, label.roundId, work);
  const door = view?.stairwells
    .flatMap(({ doors }) => doors)
    .find(({ household }) => household.id === label.householdId);
  return view === undefined || view.round.state !== 'open' || door === undefined ? undefined : { view, door };
}
