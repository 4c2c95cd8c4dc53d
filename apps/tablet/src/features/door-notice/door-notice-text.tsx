import { noticeWords } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../../app/practice.ts';
import { timeOf, visitorsOf, type DoorNotice } from '../../work/door-notice.ts';
import styles from './door-notice.module.css';

/** What stands on a notice, on the screen and on paper alike. */
export function DoorNoticeText({ notice }: { notice: DoorNotice }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const practice = usePractice();
  const words = noticeWords[locale];
  const visitors = visitorsOf(notice, locale);
  return (
    <div className={styles['notice']}>
      {practice !== null && <p className={styles['sample']}>{t('slip.sample')}</p>}
      <p className={styles['from']}>{notice.communityName}</p>
      <p className={styles['head']}>{words.title}</p>
      <p className={styles['place']}>{notice.place}</p>
      <p>{words.hello}</p>
      <p>{words.comes(notice.communityName)}</p>
      <dl className={styles['facts']}>
        <dt>{words.when}</dt>
        <dd className={styles['when']}>{timeOf(notice, locale)}</dd>
        {visitors !== null && (
          <>
            <dt>{words.who}</dt>
            <dd>{visitors}</dd>
          </>
        )}
      </dl>
      {notice.statement !== null && <p className={styles['statement']}>{notice.statement}</p>}
      <p>{words.asked[notice.asks ? 'questions' : 'talk']}</p>
      <p>{words.free}</p>
      <div className={styles['reach']}>
        <p className={styles['contact']}>{words.contact}</p>
        <dl className={styles['facts']}>
          <dt>{words.phone}</dt>
          <dd className={styles['when']}>
            {notice.phone === '' ? <span className={styles['line']} /> : notice.phone}
          </dd>
        </dl>
        <p>{words.askThere}</p>
      </div>
    </div>
  );
}
