import { ArrowLeft, Trash2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, LanguageChoice, TypeSizeChoice } from '@huhudao/ui/components';
import { goTo } from '../../app/navigation.tsx';
import { useTablet } from '../../app/tablet.tsx';
import { stepBefore } from '../../work/draft.ts';
import type { StepProps } from './step.tsx';
import styles from './visit.module.css';

type Props = {
  step: StepProps;
  title: string;
  /** The title is heard and not seen, where what is on screen speaks for itself. */
  hideTitle?: boolean;
  children: ReactNode;
  /** The buttons at the foot. */
  actions?: ReactNode;
  /** In the resident's hands: big type, their language, nothing of the worker's. */
  resident?: boolean;
};

/** One step of a visit on the whole screen. Leaving keeps the draft; throwing it away is said out loud. */
export function VisitFrame(props: Props) {
  const { step, title, hideTitle = false, children, actions, resident = false } = props;
  return (
    <div className={styles['frame']} data-resident={resident || undefined}>
      <header className={styles['head']}>{resident ? <ResidentTools /> : <WorkerTools step={step} />}</header>
      {/* What is too long for the screen is scrolled by keyboard too, where nothing in it takes the focus. */}
      <main className={styles['main']} tabIndex={0}>
        <h1 {...(hideTitle ? { className: 'visually-hidden' } : {})}>{title}</h1>
        {children}
      </main>
      {actions !== undefined && <footer className={styles['foot']}>{actions}</footer>}
    </div>
  );
}

function ResidentTools() {
  return (
    <>
      <TypeSizeChoice />
      <LanguageChoice />
    </>
  );
}

function WorkerTools({ step }: { step: StepProps }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { draft, change, settled, door, form } = step;
  const [asking, setAsking] = useState(false);
  const before = stepBefore(draft, form?.compiled ?? null);
  const { roundId, stairwellId, householdId } = draft;
  const leave = async () => {
    await settled();
    goTo({ kind: 'door', roundId, stairwellId, householdId }, 'replace');
  };
  return (
    <>
      {before === undefined ? (
        <span />
      ) : (
        <Button
          look="quiet"
          icon={<ArrowLeft aria-hidden size="1.125em" />}
          onPress={() => change({ step: before })}
        >
          {t('ui:action.previous')}
        </Button>
      )}
      <b>{t('tablet:place.room', { room: door.household.room })}</b>
      <span className={styles['tools']}>
        <Button look="quiet" label={t('tablet:visit.discard')} onPress={() => setAsking(true)}>
          <Trash2 aria-hidden size="1.25em" />
          <span className={styles['toolWord']}>{t('tablet:visit.discard')}</span>
        </Button>
        <Button look="quiet" label={t('tablet:visit.leave')} onPress={() => void leave()}>
          <X aria-hidden size="1.375em" />
          <span className={styles['toolWord']}>{t('tablet:visit.leave')}</span>
        </Button>
      </span>
      <DiscardDialog step={step} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function DiscardDialog({ step, open, onClose }: { step: StepProps; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const { draft, settled } = step;
  const discard = async () => {
    await settled();
    await store.dropDraft(draft.id);
    const { roundId, stairwellId, householdId } = draft;
    goTo({ kind: 'door', roundId, stairwellId, householdId }, 'replace');
  };
  return (
    <Dialog title={t('visit.discardTitle')} open={open} onClose={onClose}>
      <p>{t('visit.discardWhy')}</p>
      <div className={styles['foot']}>
        <Button wide onPress={onClose}>
          {t('visit.discardNo')}
        </Button>
        <Button wide look="danger" onPress={() => void discard()}>
          {t('visit.discard')}
        </Button>
      </div>
    </Dialog>
  );
}
