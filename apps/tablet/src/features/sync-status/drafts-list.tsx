import { useTranslation } from 'react-i18next';
import { formatInstant, useLocale } from '@huhudao/ui';
import { LinkButton } from '@huhudao/ui/components';
import { linkTo } from '../../app/navigation.tsx';
import { useSnapshot } from '../../app/tablet.tsx';
import type { ConcernDraft, Draft } from '../../local/work.types.ts';
import { EndedDraft } from './ended-draft.tsx';
import styles from './sync-status.module.css';
import { useDoorName } from './use-door-name.ts';

/** Visits that were begun and not saved: they are on this tablet alone. */
export function DraftsList() {
  const { t } = useTranslation('tablet');
  const { drafts, concerns } = useSnapshot();
  if (drafts.length === 0 && concerns.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('sync.drafts')}</h2>
      <p className={styles['quiet']}>{t('sync.draftsWhy')}</p>
      <ul className={styles['rows']}>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
        {concerns.map((draft) => (
          <ConcernRow key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

/** An issue that was not saved yet. */
function ConcernRow({ draft }: { draft: ConcernDraft }) {
  const { t } = useTranslation('tablet');
  const doorName = useDoorName();
  const { roundId, stairwellId, householdId } = draft;
  return (
    <li className={styles['row']}>
      <b>{doorName(draft)}</b>
      <LinkButton {...linkTo({ kind: 'concern', inVisit: false, roundId, stairwellId, householdId })}>
        {t('door.resumeReport')}
      </LinkButton>
    </li>
  );
}

function DraftRow({ draft }: { draft: Draft }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const doorName = useDoorName();
  const { streets } = useSnapshot();
  const { roundId, stairwellId, householdId } = draft;
  const stillMine = streets.some(({ assignments }) =>
    assignments.some((one) => one.roundId === roundId && one.householdId === householdId),
  );
  return (
    <li className={styles['row']}>
      <b>{doorName(draft)}</b>
      <span className={styles['quiet']}>
        {t('sync.begunAt', { time: formatInstant(draft.startedAt, locale) })}
      </span>
      {stillMine ? (
        <LinkButton {...linkTo({ kind: 'visit', roundId, stairwellId, householdId })}>
          {t('door.resume')}
        </LinkButton>
      ) : (
        <EndedDraft draft={draft} />
      )}
    </li>
  );
}
