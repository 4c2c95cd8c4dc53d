import { useTranslation } from 'react-i18next';
import type { RecordSummary } from '@huhudao/outbox';
import { formatInstant, sentenceOfError, useLocale } from '@huhudao/ui';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useSnapshot } from '../../app/tablet.tsx';
import styles from './sync-status.module.css';
import { useDoorName } from './use-door-name.ts';

/** Everything the office has not confirmed, by door. Anonymous responses are only counted: they have no door. */
export function UnsentList() {
  const { t } = useTranslation(['tablet', 'ui']);
  const { records, held, status } = useSnapshot();
  const doorName = useDoorName();
  const unsent = records.filter(({ state }) => state === 'queued' || state === 'sending');
  if (unsent.length === 0 && held.length === 0 && status.anonymousUnsent === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('tablet:sync.unsent')}</h2>
      {status.anonymousUnsent > 0 && <p>{t('tablet:sync.anonymous', { count: status.anonymousUnsent })}</p>}
      <ul className={styles['rows']}>
        {held.map((work) => (
          <li key={work.id} className={styles['row']}>
            <b>{work.doors.map(doorName).join(t('ui:common.listSeparator'))}</b>
            <Chip tone="wait">{t('tablet:sync.held')}</Chip>
          </li>
        ))}
        {unsent.map((record) => (
          <UnsentRow key={record.id} record={record} place={doorName(record.label)} />
        ))}
      </ul>
    </section>
  );
}

function UnsentRow({ record, place }: { record: RecordSummary; place: string }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  return (
    <li className={styles['row']}>
      <b>{place}</b>
      <span>{t(`ui:recordKind.${record.kind}`)}</span>
      <span className={styles['quiet']}>
        {t('tablet:sync.recordedAt', { time: formatInstant(record.deviceTime, locale) })}
      </span>
      <Chip tone="wait">{t(record.state === 'sending' ? 'sync.sending' : 'sync.waiting')}</Chip>
      {record.lastError !== null && (
        <p className={styles['reason']}>
          {sentenceOfError(record.lastError, locale, t('tablet:sync.failure.noAnswer'))}
        </p>
      )}
    </li>
  );
}
