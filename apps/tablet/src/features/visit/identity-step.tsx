import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredModes, type CompletionMode, type IdentityMode, type Outcome } from '@huhudao/domain';
import { Button, RadioCards, SegmentedChoice, Sheet } from '@huhudao/ui/components';
import type { Draft } from '../../local/work.types.ts';
import { OutcomeList } from '../door/outcome-list.tsx';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

const declining: readonly Outcome[] = ['visited', 'refused', 'refusedHard', 'unable', 'ineligible'];
/** In the order of how little is kept. */
const modes = ['anonymous', 'confidential', 'named'] as const satisfies readonly IdentityMode[];
/** The resident's own phone comes with its single-use link. */
const onThisTablet = ['handedOver', 'readAloud'] as const satisfies readonly CompletionMode[];

/** The resident decides how to answer, in their own words, before the first question. */
export function IdentityStep(step: StepProps) {
  const { t } = useTranslation('tablet');
  const { draft, change, stairwell } = step;
  const [declined, setDeclined] = useState(false);
  const offered = onThisTablet.filter((mode) => offeredModes(draft.present).includes(mode));
  const how = offered.find((mode) => mode === draft.completionMode) ?? 'handedOver';
  return (
    <VisitFrame
      resident
      step={step}
      title={t('visit.identity.title')}
      actions={
        <>
          <Button size="large" wide onPress={() => setDeclined(true)}>
            {t('visit.identity.decline')}
          </Button>
          <Button
            look="primary"
            size="large"
            wide
            disabled={draft.identityMode === null}
            onPress={() => change(consent(draft, how))}
          >
            {t('visit.identity.begin')}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>
        {stairwell.stairwell.communityName} · {t('visit.identity.promise')}
      </p>
      <ModeChoice value={draft.identityMode} onChange={(identityMode) => change({ identityMode })} />
      <HowChoice offered={offered} value={how} onChange={(completionMode) => change({ completionMode })} />
      <Sheet title={t('visit.identity.declineTitle')} open={declined} onClose={() => setDeclined(false)}>
        <OutcomeList outcomes={declining} onChoose={(outcome) => change(withoutAnswers(outcome))} />
      </Sheet>
    </VisitFrame>
  );
}

type ModeProps = { value: IdentityMode | null; onChange: (mode: IdentityMode) => void };

function ModeChoice({ value, onChange }: ModeProps) {
  const { t } = useTranslation(['tablet', 'ui']);
  const name = (mode: IdentityMode) =>
    mode === 'named' ? t('tablet:visit.identity.namedName') : t(`ui:identityMode.${mode}`);
  return (
    <RadioCards
      label={t('tablet:visit.identity.label')}
      hideLabel
      choices={modes.map((mode) => ({
        value: mode,
        label: name(mode),
        description: t(`tablet:visit.identity.${mode}`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

type How = (typeof onThisTablet)[number];
type HowProps = { offered: readonly How[]; value: How; onChange: (mode: How) => void };

/** Who holds the tablet. With a building head or neighbour beside, there is nothing to choose. */
function HowChoice({ offered, value, onChange }: HowProps) {
  const { t } = useTranslation('tablet');
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
        {offered.length === 1 && `${t('visit.identity.onlyHandedOver')} `}
        {t(value === 'handedOver' ? 'visit.identity.handOver' : 'visit.identity.readOut')}
      </p>
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
