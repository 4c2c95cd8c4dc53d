import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShortDay, today, useLocale } from '@huhudao/ui';
import { Button, LinkButton } from '@huhudao/ui/components';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { linkTo } from '../../app/navigation.tsx';
import shell from '../../app/shell.module.css';
import { useSnapshot } from '../../app/tablet.tsx';
import { waitingRevisits, type WaitingRevisit } from '../../work/revisits.ts';
import { usePlaceName } from '../door/place-name.ts';
import { RevisitSheet } from './revisit-sheet.tsx';
import styles from './revisits.module.css';

/** Where somebody agreed to a return visit: topics and due date, never a reason. */
export function Revisits() {
  const { t } = useTranslation('tablet');
  const snapshot = useSnapshot();
  const waiting = useMemo(() => waitingRevisits(snapshot.streets, snapshot), [snapshot]);
  const [recording, setRecording] = useState<WaitingRevisit | null>(null);
  return (
    <main className={shell['page']}>
      <div className={styles['page']}>
        <header>
          <h1>{t('revisits.title')}</h1>
          <p className={styles['quiet']}>{t('revisits.topicsOnly')}</p>
        </header>
        {waiting.length === 0 && <p className={styles['quiet']}>{t('revisits.none')}</p>}
        <ul className={styles['rows']}>
          {waiting.map((entry) => (
            <RevisitRow key={entry.revisit.id} entry={entry} onRecord={() => setRecording(entry)} />
          ))}
        </ul>
        <RevisitSheet entry={recording} onClose={() => setRecording(null)} />
      </div>
    </main>
  );
}

function RevisitRow({ entry, onRecord }: { entry: WaitingRevisit; onRecord: () => void }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const place = usePlaceName();
  const { revisit, household, stairwell, roundId } = entry;
  const topics = revisit.topics.map((topic) => t(`ui:topic.${topic}`));
  const overdue = revisit.dueOn < today();
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <b>{place(stairwell, household.room)}</b>
        <span>
          {topics.length === 0 ? t('tablet:revisits.noTopics') : topics.join(t('ui:common.listSeparator'))}
        </span>
      </div>
      <div className={styles['chips']}>
        <Chip tone={overdue ? 'back' : 'wait'}>
          {t('tablet:door.revisitDue', { day: formatShortDay(revisit.dueOn, locale) })}
          {overdue && ` · ${t('tablet:revisits.overdue')}`}
        </Chip>
        {revisit.plannedOn !== null && (
          <Chip tone="appointment">
            {t('tablet:revisits.plannedOn', { day: formatShortDay(revisit.plannedOn, locale) })}
          </Chip>
        )}
        {revisit.state === 'visited' && <Chip tone="none">{t('ui:revisitState.visited')}</Chip>}
      </div>
      <div className={styles['actions']}>
        {roundId !== null && (
          <LinkButton
            {...linkTo({ kind: 'door', roundId, stairwellId: stairwell.id, householdId: household.id })}
          >
            {t('tablet:revisits.open')}
          </LinkButton>
        )}
        <Button look="primary" onPress={onRecord}>
          {t('tablet:revisits.record')}
        </Button>
      </div>
    </li>
  );
}
