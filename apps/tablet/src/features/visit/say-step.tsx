import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { Button, Sheet } from '@huhudao/ui/components';
import { useTablet } from '../../app/tablet.tsx';
import { stepAfter } from '../../work/draft.ts';
import { OutcomeList } from '../door/outcome-list.tsx';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

const endings: readonly Outcome[] = ['refused', 'refusedHard', 'unable', 'ineligible'];

/** What to say at the door: who we are, why we come, that answering is free. */
export function SayStep(step: StepProps) {
  const { t } = useTranslation('tablet');
  const { draft, change, form } = step;
  const [ending, setEnding] = useState(false);
  return (
    <VisitFrame
      step={step}
      title={t('visit.say.title')}
      actions={
        <>
          <Button size="large" wide onPress={() => setEnding(true)}>
            {t('visit.say.end')}
          </Button>
          <Button
            look="primary"
            size="large"
            wide
            onPress={() => change({ outcome: null, step: stepAfter(draft, form?.compiled ?? null) })}
          >
            {t('visit.say.next')}
          </Button>
        </>
      }
    >
      <Speech {...step} />
      <WhatFor {...step} />
      <Sheet title={t('visit.say.endTitle')} open={ending} onClose={() => setEnding(false)}>
        <OutcomeList outcomes={endings} onChoose={(outcome) => change({ outcome, step: 'finish' })} />
      </Sheet>
    </VisitFrame>
  );
}

function Speech({ view, stairwell }: StepProps) {
  const { t } = useTranslation('tablet');
  const { name } = useTablet().person.profile.session;
  const { statement } = view.round;
  return (
    <blockquote className={styles['speech']}>
      <p>{t('visit.say.who', { name, place: stairwell.stairwell.communityName })}</p>
      <p>{statement.trim() === '' ? t('visit.say.noStatement') : statement}</p>
      <p>{t('visit.say.voluntary')}</p>
    </blockquote>
  );
}

/** What the household agreed to talk about, and what to hand over. */
function WhatFor({ view, door }: StepProps) {
  const { t } = useTranslation(['tablet', 'ui']);
  const topics = door.revisit?.topics.map((topic) => t(`ui:topic.${topic}`)) ?? [];
  const lists = [
    { name: t('tablet:visit.say.topics'), words: topics },
    { name: t('tablet:visit.say.materials'), words: view.round.materials },
  ].filter(({ words }) => words.length > 0);
  return (
    <dl className={styles['facts']}>
      {lists.map(({ name, words }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{words.join(t('ui:common.listSeparator'))}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
