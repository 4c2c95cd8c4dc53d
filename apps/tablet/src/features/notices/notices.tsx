import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, useLocale } from '@huhudao/ui';
import { Button } from '@huhudao/ui/components';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { goTo } from '../../app/navigation.tsx';
import type { Place } from '../../app/place.ts';
import { useRounds } from '../../app/round-context.tsx';
import shell from '../../app/shell.module.css';
import { useSnapshotPart, useTablet } from '../../app/tablet.tsx';
import type { TabletNotice } from '../../local/notices.store.ts';
import { useNoticeSentence } from './notice-sentence.ts';
import styles from './notices.module.css';

/** What I was told, the latest first. Whoever opens the page has read it; what was new stays marked until they leave. */
export function Notices() {
  const { t } = useTranslation('tablet');
  const notices = useSnapshotPart((snapshot) => snapshot.notices);
  const fresh = useFresh(notices);
  return (
    <main className={shell['page']}>
      <div className={styles['page']}>
        <h1>{t('notices.title')}</h1>
        {notices.length === 0 && (
          <p className={styles['quiet']}>
            {t('notices.none')}
            <br />
            {t('notices.noneHint')}
          </p>
        )}
        <ul className={styles['rows']}>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} isNew={fresh.has(notice.id)} />
          ))}
        </ul>
      </div>
    </main>
  );
}

/** Those that were unread when they came in sight; they are written down as read at once. */
function useFresh(notices: readonly TabletNotice[]): ReadonlySet<string> {
  const { told } = useTablet();
  const unread = notices.filter(({ read }) => !read);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  if (unread.some(({ id }) => !fresh.has(id))) setFresh(new Set([...fresh, ...unread.map(({ id }) => id)]));
  useEffect(() => {
    const seen = notices.filter(({ read }) => !read);
    // On a tablet that lies dark nobody reads.
    if (seen.length > 0 && document.visibilityState === 'visible') void told.read(seen);
  }, [notices, told]);
  return fresh;
}

function NoticeRow({ notice, isNew }: { notice: TabletNotice; isNew: boolean }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const { rounds, choose } = useRounds();
  const sentence = useNoticeSentence();
  const { roundId } = notice;
  const to = roundId !== null && rounds.some(({ round }) => round.id === roundId) ? leadsTo(notice) : null;
  return (
    <li className={styles['row']} data-new={isNew}>
      <div className={styles['what']}>
        <div className={styles['when']}>
          {isNew && <Chip tone="back">{t('notices.new')}</Chip>}
          <span>{formatInstant(notice.madeAt, locale)}</span>
        </div>
        <p>{sentence(notice)}</p>
      </div>
      {to !== null && roundId !== null && (
        <Button
          onPress={() => {
            choose(roundId);
            goTo(to.place);
          }}
        >
          {t(`notices.${to.word}`)}
        </Button>
      )}
    </li>
  );
}

type Leading = { place: Place; word: 'toDoor' | 'toPlan' | 'toRound' };

/** The door, the plan, or the round that a notice of this round tells of. */
function leadsTo({ roundId, place, kind }: TabletNotice): Leading | null {
  if (roundId === null) return null;
  if (place === null)
    return {
      place: { kind: kind === 'reminder' ? 'plan' : 'today' },
      word: kind === 'reminder' ? 'toPlan' : 'toRound',
    };
  const { stairwellId, householdId } = place;
  if (householdId === null) return { place: { kind: 'plan' }, word: 'toPlan' };
  return { place: { kind: 'door', roundId, stairwellId, householdId }, word: 'toDoor' };
}
