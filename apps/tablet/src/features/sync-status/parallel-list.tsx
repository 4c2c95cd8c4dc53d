import { useTranslation } from 'react-i18next';
import { formatInstant, useLocale } from '@huhudao/ui';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useSnapshot } from '../../app/tablet.tsx';
import styles from './sync-status.module.css';
import { useDoorName } from './use-door-name.ts';

/** Confirmed, with a flag: another team was at that door on the same day. */
export function ParallelList() {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const { records } = useSnapshot();
  const doorName = useDoorName();
  const parallel = records.filter(({ state }) => state === 'parallel');
  if (parallel.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('tablet:sync.parallel')}</h2>
      <p className={styles['quiet']}>{t('tablet:sync.parallelWhy')}</p>
      <ul className={styles['rows']}>
        {parallel.map((record) => (
          <li key={record.id} className={styles['row']}>
            <b>{doorName(record.label)}</b>
            <span className={styles['quiet']}>
              {t('tablet:sync.recordedAt', { time: formatInstant(record.deviceTime, locale) })}
            </span>
            <Chip tone="done">{t(`ui:recordKind.${record.kind}`)}</Chip>
          </li>
        ))}
      </ul>
    </section>
  );
}
