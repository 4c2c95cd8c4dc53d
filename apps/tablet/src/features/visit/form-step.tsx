import { useTranslation } from 'react-i18next';
import { useLocale } from '@huhudao/ui';
import { answersOf } from '../../work/draft.ts';
import { ReportConcern } from '../concern/report-concern.tsx';
import { FormView } from './form-view.tsx';
import { FormMissing } from './questions-step.tsx';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

/** The round's visit form: whatever the office wants to know of a visit beside time, people and outcome. */
export function FormStep(step: StepProps) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const { draft, change, form } = step;
  const { hash, answers: _, ...where } = draft.form;
  if (form === null) return <FormMissing step={step} />;
  return (
    <VisitFrame step={step} title={t('tablet:visit.form.title')}>
      {draft.identityMode === 'anonymous' && (
        <p className={styles['lead']}>{t('tablet:visit.form.anonymous')}</p>
      )}
      <ReportConcern draft={draft} settled={step.settled} />
      <FormView
        key={form.hash}
        definition={form.definition}
        locale={locale}
        start={{ answers: answersOf(draft.form), ...where }}
        completeText={t('ui:action.next')}
        onProgress={(progress) => change({ form: { hash, ...progress } })}
        onComplete={(answers) =>
          change({ form: { hash, answers, page: null, question: null }, step: 'finish' })
        }
      />
    </VisitFrame>
  );
}
