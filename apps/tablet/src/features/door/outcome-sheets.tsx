import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { Sheet } from '@huhudao/ui/components';
import type { Appointment } from '../../local/work.types.ts';
import type { RoundView } from '../../work/round-view.ts';
import { AppointmentForm } from './appointment-form.tsx';
import { OutcomeList } from './outcome-list.tsx';

export type SheetName = 'appointment' | 'refusal' | 'more';

/** Outcomes without a conversation, in the order of how often they happen. */
const others: readonly Outcome[] = [
  'noAccess',
  'vacant',
  'unable',
  'ineligible',
  'notResidential',
  'notFound',
];

type OutcomeSheetsProps = {
  view: RoundView;
  open: SheetName;
  onClose: () => void;
  onRecord: (outcome: Outcome, appointment?: Appointment) => void;
};

/** What is asked before an outcome that needs more than one tap is recorded. */
export function OutcomeSheets({ view, open, onClose, onRecord }: OutcomeSheetsProps) {
  const { t } = useTranslation('tablet');
  return (
    <>
      <Sheet title={t('outcomes.appointmentTitle')} open={open === 'appointment'} onClose={onClose}>
        <AppointmentForm round={view.round} onSave={(appointment) => onRecord('appointment', appointment)} />
      </Sheet>
      <Sheet title={t('outcomes.refusal')} open={open === 'refusal'} onClose={onClose}>
        <OutcomeList outcomes={['refused', 'refusedHard']} onChoose={onRecord} />
      </Sheet>
      <Sheet title={t('outcomes.otherOutcomes')} open={open === 'more'} onClose={onClose}>
        <OutcomeList outcomes={others} onChoose={onRecord} />
      </Sheet>
    </>
  );
}
