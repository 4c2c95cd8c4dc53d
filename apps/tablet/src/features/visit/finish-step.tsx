import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { Button, Note } from '@huhudao/ui/components';
import { goTo } from '../../app/navigation.tsx';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import type { Appointment } from '../../local/work.types.ts';
import { keepsAnswers, outcomeOf, topicsPassedOn } from '../../work/draft.ts';
import { finishVisit } from '../../work/finish-visit.ts';
import { OutcomeButtons } from '../door/outcome-buttons.tsx';
import { OutcomeSheets, type SheetName } from '../door/outcome-sheets.tsx';
import { ReportConcern } from '../concern/report-concern.tsx';
import { FormMissing } from './questions-step.tsx';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

/** What was recorded, to look at once more; never an answer of the resident. */
export function FinishStep(step: StepProps) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { draft, form } = step;
  const { save, saving, failed } = useSave(step);
  const names = useNames(step);
  const answers = useAnswersText(step);
  if (form === null) return <FormMissing step={step} />;
  const list = (words: readonly string[], none: string) =>
    words.length === 0 ? none : words.join(t('ui:common.listSeparator'));
  const present = draft.present.map((presence) => t(`ui:presence.${presence}`));
  const topics = topicsPassedOn(draft, form.compiled).map((topic) => t(`ui:topic.${topic}`));
  return (
    <VisitFrame
      step={step}
      title={t('tablet:visit.finish.title')}
      actions={
        <Button look="primary" size="large" wide pending={saving} onPress={() => void save()}>
          {t('tablet:visit.finish.save')}
        </Button>
      }
    >
      <dl className={styles['facts']}>
        <Fact name={t('tablet:visit.finish.outcome')} value={<b>{t(`ui:outcome.${outcomeOf(draft)}`)}</b>} />
        {answers !== null && <Fact name={t('tablet:visit.finish.answers')} value={answers} />}
        <Fact
          name={t('tablet:visit.finish.present')}
          value={list(present, t('tablet:visit.finish.nobody'))}
        />
        {names.length > 0 && (
          <Fact name={t('tablet:visit.finish.companions')} value={names.join(t('ui:common.listSeparator'))} />
        )}
        <Fact
          name={t('tablet:visit.finish.topics')}
          value={list(topics, t('tablet:visit.finish.noTopics'))}
        />
      </dl>
      <WhatElse step={step} />
      {keepsAnswers(draft) && (
        <Note kind="info">
          <p>{t('tablet:visit.finish.kept')}</p>
        </Note>
      )}
      {failed && (
        <Note kind="problem" live>
          <p>{t('tablet:visit.finish.saveFailed')}</p>
        </Note>
      )}
    </VisitFrame>
  );
}

/** What is changed here, or written down beside the visit. */
function WhatElse({ step }: { step: StepProps }) {
  const { draft, settled } = step;
  return (
    <>
      {draft.corrects !== null && <OtherOutcome step={step} />}
      <ReportConcern draft={draft} settled={settled} />
    </>
  );
}

/** A visit that is put right may have ended otherwise than was written. */
function OtherOutcome({ step }: { step: StepProps }) {
  const { t } = useTranslation('tablet');
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const choose = (outcome: Outcome, appointment: Appointment | null = null) => {
    setSheet(null);
    step.change({ outcome, appointment });
  };
  return (
    <>
      <h2>{t('visit.finish.otherOutcome')}</h2>
      <OutcomeButtons onRecord={choose} onOpen={setSheet} />
      {sheet !== null && (
        <OutcomeSheets view={step.view} open={sheet} onClose={() => setSheet(null)} onRecord={choose} />
      )}
    </>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** How it was answered and how far; null where nothing was answered. */
function useAnswersText({ draft }: StepProps): string | null {
  const { t } = useTranslation(['tablet', 'ui']);
  const { identityMode, completionMode, answering } = draft;
  if (completionMode === 'ownDevice' && answering !== null) return t('tablet:visit.finish.answersOnPhone');
  if (identityMode === null || completionMode === null || answering === null) return null;
  const how = {
    mode: t(`ui:identityMode.${identityMode}`),
    how: t(`ui:completionMode.${completionMode}`),
  };
  return t(
    answering === 'finished' ? 'tablet:visit.finish.answersDone' : 'tablet:visit.finish.answersStopped',
    how,
  );
}

function useNames({ draft, view }: StepProps): string[] {
  const { streets } = useSnapshot();
  const street = streets.find(({ streetId }) => streetId === view.streetId);
  const members = street?.teams.flatMap((team) => team.members) ?? [];
  return draft.companionIds.flatMap((id) => members.find((member) => member.id === id)?.name ?? []);
}

/** Saves the visit. It says "saved" only by leaving this screen, and that happens only once it is on the disk. */
function useSave({ draft, form, questionnaire, settled }: StepProps) {
  const store = useTablet();
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    if (form === null) return;
    setSaving(true);
    setFailed(false);
    try {
      await settled();
      const forms = { form: form.compiled, questionnaire: questionnaire?.compiled ?? null };
      await store.hold(finishVisit(draft, forms, Date.now()));
      const { roundId, stairwellId } = draft;
      goTo({ kind: 'stairwell', roundId, stairwellId }, 'replace');
    } catch {
      setFailed(true);
    } finally {
      setSaving(false);
    }
  };
  return { save, saving, failed };
}
