import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { Button, LinkButton, Sheet } from '@huhudao/ui/components';
import { linkTo } from '../../app/navigation.tsx';
import { useTablet } from '../../app/tablet.tsx';
import type { Appointment } from '../../local/work.types.ts';
import { quickVisits } from '../../work/record-visit.ts';
import type { Door, RoundView } from '../../work/round-view.ts';
import { AppointmentForm } from './appointment-form.tsx';
import { OutcomeList } from './outcome-list.tsx';
import styles from './door.module.css';

/** Outcomes without a conversation, in the order of how often they happen. */
const others: readonly Outcome[] = [
  'noAccess',
  'vacant',
  'unable',
  'ineligible',
  'notResidential',
  'notFound',
];

type SheetName = 'appointment' | 'refusal' | 'more';

/** Start a visit, or say in two taps how the attempt ended. */
export function DoorActions({ view, door }: { view: RoundView; door: Door }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { household, standing } = door;
  const record = (outcome: Outcome, appointment: Appointment | null = null) => {
    setSheet(null);
    void store.hold(quickVisits(view, [household], { outcome, appointment }, Date.now()));
  };
  const left = Math.max(0, view.round.attemptsWanted - standing.attempts);
  const place = { roundId: view.round.id, stairwellId: household.stairwellId, householdId: household.id };
  return (
    <>
      <LinkButton look="primary" size="large" wide {...linkTo({ kind: 'visit', ...place })}>
        {t(door.draft ? 'door.resume' : 'door.start')}
      </LinkButton>
      <OutcomeButtons onRecord={record} onOpen={setSheet} />
      <p className={styles['quiet']}>
        {standing.settled
          ? t('door.settled')
          : t(left === 0 ? 'door.attemptsUsed' : 'door.attempts', { made: standing.attempts, left })}
      </p>
      <OutcomeSheets view={view} open={sheet} onClose={() => setSheet(null)} onRecord={record} />
    </>
  );
}

type OutcomeButtonsProps = { onRecord: (outcome: Outcome) => void; onOpen: (sheet: SheetName) => void };

function OutcomeButtons({ onRecord, onOpen }: OutcomeButtonsProps) {
  const { t } = useTranslation(['tablet', 'ui']);
  return (
    <div className={styles['outcomes']}>
      <Button wide onPress={() => onRecord('notHome')}>
        {t('ui:outcome.notHome')}
      </Button>
      <Button wide onPress={() => onOpen('appointment')}>
        {t('ui:outcome.appointment')}
      </Button>
      <Button wide onPress={() => onOpen('refusal')}>
        {t('tablet:door.refused')}
      </Button>
      <Button wide onPress={() => onOpen('more')}>
        {t('tablet:door.more')}
      </Button>
    </div>
  );
}

type OutcomeSheetsProps = {
  view: RoundView;
  open: SheetName | null;
  onClose: () => void;
  onRecord: (outcome: Outcome, appointment?: Appointment) => void;
};

function OutcomeSheets({ view, open, onClose, onRecord }: OutcomeSheetsProps) {
  const { t } = useTranslation('tablet');
  return (
    <>
      <Sheet title={t('door.appointmentTitle')} open={open === 'appointment'} onClose={onClose}>
        <AppointmentForm round={view.round} onSave={(appointment) => onRecord('appointment', appointment)} />
      </Sheet>
      <Sheet title={t('door.refusal')} open={open === 'refusal'} onClose={onClose}>
        <OutcomeList outcomes={['refused', 'refusedHard']} onChoose={onRecord} />
      </Sheet>
      <Sheet title={t('door.otherOutcomes')} open={open === 'more'} onClose={onClose}>
        <OutcomeList outcomes={others} onChoose={onRecord} />
      </Sheet>
    </>
  );
}
