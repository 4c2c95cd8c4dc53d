import {
  ArrowLeft,
  Bell,
  CircleAlert,
  CloudCheck,
  CloudUpload,
  Download,
  Lock,
  RefreshCw,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatShortDay, useLocale } from '@huhudao/ui';
import { Button, LinkButton, SelectField } from '@huhudao/ui/components';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { allReached, unsentCount } from '../work/reached.ts';
import { useLocking } from './locking.tsx';
import { goTo, linkTo, usePlace } from './navigation.tsx';
import { above } from './place.ts';
import { usePractice } from './practice.ts';
import { applyWaiting, useWaitingWorker } from './register-worker.ts';
import { useRounds } from './round-context.tsx';
import styles from './shell.module.css';
import { useSnapshot, useSnapshotPart, useTablet } from './tablet.tsx';
import { useWide } from './use-wide.ts';

/** Always in sight: which round, what has not reached the office, and when the office last confirmed anything. */
export function Header() {
  const { t } = useTranslation(['tablet', 'ui']);
  const place = usePlace();
  const { person } = useTablet();
  const wide = useWide();
  const waiting = useWaitingWorker();
  const practice = usePractice();
  // Side by side, list and grid are in sight already.
  const aside = place.kind === 'settings' || place.kind === 'notices';
  const up = wide && !aside ? undefined : above(place);
  return (
    <header className={styles['header']}>
      <span className={styles['up']}>
        {up !== undefined && (
          <LinkButton look="quiet" {...linkTo(up)} icon={<ArrowLeft aria-hidden size="1.25em" />}>
            <span className="visually-hidden">{t('ui:action.back')}</span>
          </LinkButton>
        )}
      </span>
      <RoundChoice />
      {person.profile.session.demo && <Chip tone="none">{t('ui:common.demo')}</Chip>}
      <span className={styles['space']} />
      {waiting !== null && (
        <Button icon={<Download aria-hidden size="1.125em" />} onPress={() => applyWaiting(waiting)}>
          {t('tablet:header.updateNow')}
        </Button>
      )}
      <NoticeBell />
      {practice === null && <LockButton />}
      <SyncState />
    </header>
  );
}

/** How many notices nobody has read yet, here or in the office; on the page of notices they are all in sight. */
function NoticeBell() {
  const { t } = useTranslation('tablet');
  const unread = useSnapshotPart(({ notices }) => notices.filter(({ read }) => !read).length);
  return (
    <span className={styles['bell']}>
      <LinkButton look="quiet" {...linkTo({ kind: 'notices' })} icon={<Bell aria-hidden size="1.25em" />}>
        <span className="visually-hidden">
          {unread === 0 ? t('header.notices') : t('header.unread', { count: unread })}
        </span>
      </LinkButton>
      {unread > 0 && <b aria-hidden>{unread}</b>}
    </span>
  );
}

/** Before the tablet is put down, or given to a colleague. */
function LockButton() {
  const { t } = useTranslation('tablet');
  const { lock } = useLocking();
  return (
    <span className={styles['lock']}>
      <Button look="quiet" label={t('lock.now')} icon={<Lock aria-hidden size="1.25em" />} onPress={lock}>
        <span className={styles['lockWord']}>{t('lock.now')}</span>
      </Button>
    </span>
  );
}

function RoundChoice() {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const { rounds, view, choose } = useRounds();
  if (view === undefined) return null;
  const label = (round: { name: string; deadline: string }) =>
    `${round.name} · ${t('header.deadline', { day: formatShortDay(round.deadline, locale) })}`;
  if (rounds.length === 1) return <span className={styles['round']}>{label(view.round)}</span>;
  return (
    <div className={styles['rounds']}>
      <SelectField
        label={t('header.round')}
        hideLabel
        value={view.round.id}
        onChange={(roundId) => {
          choose(roundId);
          goTo({ kind: 'today' });
        }}
        choices={rounds.map(({ round }) => ({ value: round.id, label: label(round) }))}
      />
    </div>
  );
}

function SyncState() {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const store = useTablet();
  const snapshot = useSnapshot();
  const { status } = snapshot;
  const unsent = unsentCount(snapshot);
  return (
    <div className={styles['sync']}>
      <a className={styles['state']} {...linkTo({ kind: 'sync' })}>
        {status.needsAttention > 0 && (
          <span className={styles['attention']}>
            <CircleAlert aria-hidden size="1.125em" />
            {t('header.attention', { count: status.needsAttention })}
          </span>
        )}
        {unsent > 0 && (
          <span className={styles['unsent']}>
            <CloudUpload aria-hidden size="1.125em" />
            {`${t('header.unsent')} ${t('header.records', { count: unsent })}`}
          </span>
        )}
        {/* What was refused has not reached the office either. */}
        {allReached(snapshot) && (
          <span className={styles['sent']}>
            <CloudCheck aria-hidden size="1.125em" />
            {t('header.allSent')}
          </span>
        )}
        {/* Where nothing was ever sent and nothing waits, there is nothing to be confirmed. */}
        {(unsent > 0 || status.lastConfirmedAt !== null) && (
          <span className={styles['confirmed']}>
            {status.lastConfirmedAt === null
              ? t('header.neverConfirmed')
              : t('header.lastConfirmed', { time: formatInstant(status.lastConfirmedAt, locale) })}
          </span>
        )}
      </a>
      <Button
        pending={status.running}
        icon={<RefreshCw aria-hidden size="1.125em" />}
        onPress={() => store.syncNow()}
      >
        {t(status.running ? 'header.syncing' : 'header.syncNow')}
      </Button>
    </div>
  );
}
