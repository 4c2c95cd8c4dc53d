import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredModes, type CompletionMode, type Outcome } from '@huhudao/domain';
import { Button, Dialog, IdentityChoice, SegmentedChoice, Sheet } from '@huhudao/ui/components';
import { useTablet } from '../../app/tablet.tsx';
import type { Draft } from '../../local/work.types.ts';
import { mayUseOwnDevice, onOwnDevice } from '../../work/own-device.ts';
import { OutcomeList } from '../door/outcome-list.tsx';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

const ways = ['handedOver', 'readAloud', 'ownDevice'] as const satisfies readonly CompletionMode[];
const declining: readonly Outcome[] = ['visited', 'refused', 'refusedHard', 'unable', 'ineligible'];

/** The resident decides how to answer, in their own words, before the first question. */
export function IdentityStep(step: StepProps) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { draft, change, stairwell } = step;
  const [declined, setDeclined] = useState(false);
  const offered = offeredWays(draft);
  const how = offered.find((mode) => mode === draft.completionMode) ?? 'handedOver';
  const onPhone = how === 'ownDevice';
  return (
    <VisitFrame
      resident
      step={step}
      title={t('ui:consent.title')}
      actions={
        <>
          <Button size="large" wide onPress={() => setDeclined(true)}>
            {t('tablet:visit.identity.decline')}
          </Button>
          {onPhone ? (
            <ShowCode step={step} />
          ) : (
            <Button
              look="primary"
              size="large"
              wide
              disabled={draft.identityMode === null}
              onPress={() => change(consent(draft, how))}
            >
              {t('ui:consent.begin')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles['lead']}>
        {stairwell.stairwell.communityName} · {t('ui:consent.promise')}
      </p>
      <HowChoice offered={offered} value={how} onChange={(completionMode) => change({ completionMode })} />
      {!onPhone && (
        <IdentityChoice value={draft.identityMode} onChange={(identityMode) => change({ identityMode })} />
      )}
      <Sheet
        title={t('tablet:visit.identity.declineTitle')}
        open={declined}
        onClose={() => setDeclined(false)}
      >
        <OutcomeList outcomes={declining} onChoose={(outcome) => change(withoutAnswers(outcome))} />
      </Sheet>
    </VisitFrame>
  );
}

const offeredWays = (draft: Draft): readonly CompletionMode[] =>
  ways.filter(
    (mode) => offeredModes(draft.present).includes(mode) && (mode !== 'ownDevice' || mayUseOwnDevice(draft)),
  );

type HowProps = {
  offered: readonly CompletionMode[];
  value: CompletionMode;
  onChange: (mode: CompletionMode) => void;
};

/** Who holds what. With a building head or neighbour beside, nothing is read aloud. */
function HowChoice({ offered, value, onChange }: HowProps) {
  const { t } = useTranslation('tablet');
  const sentences = { handedOver: 'handOver', readAloud: 'readOut', ownDevice: 'onPhone' } as const;
  return (
    <>
      {offered.length > 1 && (
        <SegmentedChoice
          label={t('visit.identity.how')}
          choices={offered.map((mode) => ({ value: mode, label: t(`visit.identity.${mode}`) }))}
          value={value}
          onChange={onChange}
        />
      )}
      <p className={styles['lead']}>
        {!offered.includes('readAloud') && `${t('visit.identity.notReadAloud')} `}
        {t(`visit.identity.${sentences[value]}`)}
      </p>
    </>
  );
}

/** Spends a ticket, and shows the code once that is on the disk. A code that is there already is shown again. */
function ShowCode({ step }: { step: StepProps }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const { draft, change, settled } = step;
  const [showing, setShowing] = useState(false);
  const [none, setNone] = useState(false);
  const [fault, setFault] = useState<unknown>();
  // A ticket that cannot be spent on the disk is not shown.
  if (fault !== undefined) throw fault;
  const show = async () => {
    if (draft.ownLink !== null) return change(onOwnDevice);
    setShowing(true);
    try {
      await settled();
      const spent = await store.spendTicket(draft);
      if (spent === undefined) setNone(true);
      else change(spent);
    } catch (error) {
      setFault(error);
    } finally {
      setShowing(false);
    }
  };
  return (
    <>
      <Button look="primary" size="large" wide pending={showing} onPress={() => void show()}>
        {t('visit.identity.showCode')}
      </Button>
      <Dialog title={t('visit.identity.noCode')} open={none} onClose={() => setNone(false)}>
        <p>{t('visit.identity.noCodeWhy')}</p>
        <Button wide look="primary" onPress={() => change({ completionMode: 'handedOver' })}>
          {t('visit.identity.otherWay')}
        </Button>
      </Dialog>
    </>
  );
}

/** The moment of consent is kept with a linked response; an anonymous one has no time. */
function consent(draft: Draft, completionMode: CompletionMode): Partial<Draft> {
  const consentedAt = draft.identityMode === 'anonymous' ? null : new Date().toISOString();
  return { completionMode, consentedAt, answering: 'open', step: 'questions' };
}

/** No answers, and none of the consent to give them. */
export function withoutAnswers(outcome: Outcome): Partial<Draft> {
  const nothing = { identityMode: null, completionMode: null, consentedAt: null, answering: null };
  return { ...nothing, outcome, step: 'form' };
}
