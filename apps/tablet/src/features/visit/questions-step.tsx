import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { useLocale } from '@huhudao/ui';
import { Button, Note, Sheet } from '@huhudao/ui/components';
import type { Draft, FormDraft } from '../../local/work.types.ts';
import { answersOf, inResidentsHands, stepAfter } from '../../work/draft.ts';
import { OutcomeList } from '../door/outcome-list.tsx';
import { FormView } from './form-view.tsx';
import { GiveBack } from './give-back.tsx';
import { withoutAnswers } from './identity-step.tsx';
import type { StepProps } from './step.tsx';
import { StopSheet } from './stop-sheet.tsx';
import type { FormVersion } from './use-version.ts';
import { VisitFrame } from './visit-frame.tsx';

const afterWithdrawal: readonly Outcome[] = ['visited', 'refused', 'refusedHard'];

/** The questionnaire, saved at every answer; it can be stopped at any question. */
export function QuestionsStep(step: StepProps) {
  const { draft, questionnaire } = step;
  const given = draft.questionnaire;
  if (given === null || questionnaire === null) return <FormMissing step={step} />;
  return <Questions step={step} given={given} version={questionnaire} />;
}

function Questions({ step, given, version }: { step: StepProps; given: FormDraft; version: FormVersion }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const { draft, change } = step;
  const [stopping, setStopping] = useState(false);
  return (
    <VisitFrame
      resident
      step={step}
      title={t('visit.questions.title')}
      hideTitle
      actions={
        <Button size="large" onPress={() => setStopping(true)}>
          {t('visit.questions.stop')}
        </Button>
      }
    >
      <FormView
        key={version.hash}
        definition={version.definition}
        locale={locale}
        start={{ answers: answersOf(given), page: given.page, question: given.question }}
        canContact={draft.identityMode !== 'anonymous'}
        completeText={t('visit.questions.complete')}
        onProgress={(progress) => change({ questionnaire: { hash: given.hash, ...progress } })}
        onComplete={(answers) =>
          change({
            questionnaire: { hash: given.hash, answers, page: null, question: null },
            ...onward(step, { answering: 'finished' }),
          })
        }
      />
      {stopping && <Stopping step={step} given={given} onClose={() => setStopping(false)} />}
    </VisitFrame>
  );
}

/** What a change of the draft leads to. */
function onward({ draft, form }: StepProps, change: Partial<Draft>): Partial<Draft> {
  return { ...change, step: stepAfter({ ...draft, ...change }, form?.compiled ?? null) };
}

type StoppingProps = { step: StepProps; given: FormDraft; onClose: () => void };

/** Three ways to stop; taking everything back asks how the visit ends then. */
function Stopping({ step, given, onClose }: StoppingProps) {
  const { t } = useTranslation('tablet');
  const { change } = step;
  const [withdrawn, setWithdrawn] = useState(false);
  const withdraw = (outcome: Outcome) => {
    const emptied = { ...given, answers: {}, page: null, question: null };
    // Who held the tablet gives it back, whatever became of the answers.
    const back = inResidentsHands(step.draft) ? { step: 'handBack' as const } : {};
    change({ ...withoutAnswers(outcome), ...back, questionnaire: emptied });
  };
  if (withdrawn)
    return (
      <Sheet title={t('visit.identity.declineTitle')} open onClose={onClose}>
        <OutcomeList outcomes={afterWithdrawal} onChoose={withdraw} />
      </Sheet>
    );
  return (
    <StopSheet
      onClose={onClose}
      onKeep={() => change(onward(step, { outcome: 'partial' }))}
      onEnd={() => change(onward(step, { answering: 'stopped' }))}
      onWithdraw={() => setWithdrawn(true)}
    />
  );
}

export function FormMissing({ step }: { step: StepProps }) {
  const { t } = useTranslation('tablet');
  const resident = inResidentsHands(step.draft);
  return (
    <VisitFrame step={step} title={t('visit.form.title')} resident={resident}>
      <Note kind="warning">
        <p>{t('visit.questions.missing')}</p>
      </Note>
      {resident && <GiveBack onWorker={() => step.change({ completionMode: null, step: 'identity' })} />}
    </VisitFrame>
  );
}
