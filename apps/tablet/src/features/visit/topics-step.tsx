import { useTranslation } from 'react-i18next';
import { topics } from '@huhudao/domain';
import { Button, CheckList } from '@huhudao/ui/components';
import { stepAfter } from '../../work/draft.ts';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

/** What the resident agrees to pass on, where the round's visit form does not ask it. */
export function TopicsStep(step: StepProps) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { draft, change, form } = step;
  return (
    <VisitFrame
      step={step}
      title={t('tablet:visit.topics.title')}
      actions={
        <Button
          look="primary"
          size="large"
          wide
          onPress={() => change({ step: stepAfter(draft, form?.compiled ?? null) })}
        >
          {t('ui:action.next')}
        </Button>
      }
    >
      <p className={styles['lead']}>{t('tablet:visit.topics.why')}</p>
      <CheckList
        label={t('tablet:visit.topics.label')}
        choices={topics.map((value) => ({ value, label: t(`ui:topic.${value}`) }))}
        values={draft.topics}
        onChange={(chosen) => change({ topics: chosen })}
      />
    </VisitFrame>
  );
}
