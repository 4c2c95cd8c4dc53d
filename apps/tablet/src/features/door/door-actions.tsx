import { startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { LinkButton } from '@huhudao/ui/components';
import { OutcomeSheets } from '../../app/later-screens.ts';
import { linkTo } from '../../app/navigation.tsx';
import { useTablet } from '../../app/tablet.tsx';
import type { Appointment } from '../../local/work.types.ts';
import { quickVisits } from '../../work/record-visit.ts';
import type { Door, RoundView } from '../../work/round-view.ts';
import styles from './door.module.css';
import { OutcomeButtons } from './outcome-buttons.tsx';
import type { SheetName } from './outcome-sheets.tsx';

/** Start a visit, or say in two taps how the attempt ended. */
export function DoorActions({ view, door }: { view: RoundView; door: Door }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { household, standing } = door;
  const record = (outcome: Outcome, appointment: Appointment | null = null) => {
    setSheet(null);
    // Where it could not be written the store says so, below.
    store.hold(quickVisits(view, [household], { outcome, appointment }, Date.now())).catch(() => undefined);
  };
  // The door stays on screen until the sheet's file is there, which is so but the first time.
  const open = (name: SheetName) => startTransition(() => setSheet(name));
  const left = Math.max(0, view.round.attemptsWanted - standing.attempts);
  const place = { roundId: view.round.id, stairwellId: household.stairwellId, householdId: household.id };
  return (
    <>
      <LinkButton look="primary" size="large" wide {...linkTo({ kind: 'visit', ...place })}>
        {t(door.draft ? 'door.resume' : 'door.start')}
      </LinkButton>
      <OutcomeButtons onRecord={record} onOpen={open} />
      <p className={styles['quiet']}>
        {standing.settled
          ? t('door.settled')
          : t(attemptsKey(standing.attempts, left), { made: standing.attempts, left })}
      </p>
      {sheet !== null && (
        <OutcomeSheets view={view} open={sheet} onClose={() => setSheet(null)} onRecord={record} />
      )}
    </>
  );
}

function attemptsKey(made: number, left: number) {
  if (made === 0) return 'door.attemptsNone';
  return left === 0 ? 'door.attemptsUsed' : 'door.attempts';
}
