import { dayOf } from '@huhudao/domain';
import { dayInWords } from '@huhudao/protocol';
import { formatTime, useLocale } from '@huhudao/ui';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../../app/practice.ts';
import type { Slip } from '../../work/slip.ts';
import { SlipCode } from './slip-code.tsx';
import styles from './slip.module.css';

/** What stands on a slip, on the screen and on paper alike. */
export function SlipText({ slip, link }: { slip: Slip; link: string | null }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const practice = usePractice();
  const { communityName, teamName, at, statement, again, phone } = slip;
  const came = { day: dayInWords(dayOf(at), locale), time: formatTime(new Date(at).toISOString(), locale) };
  return (
    <div className={styles['slip']}>
      {practice !== null && <p className={styles['sample']}>{t('slip.sample')}</p>}
      <p className={styles['from']}>{communityName}</p>
      <p className={styles['head']}>{t('slip.text.head')}</p>
      <p>{t('slip.text.hello')}</p>
      <p>{t('slip.text.came', came)}</p>
      {statement !== null && <p className={styles['statement']}>{statement}</p>}
      {statement !== null && <p>{t('slip.text.free')}</p>}
      <p>
        <b>
          {again === null
            ? t('slip.text.againUnsaid')
            : t('slip.text.again', { ...again, day: dayInWords(again.day, locale) })}
        </b>
      </p>
      <div className={styles['reach']}>
        <div className={styles['call']}>
          <p>
            {t(link === null ? 'slip.text.reach' : 'slip.text.reachOrCode', { community: communityName })}
          </p>
          <p className={styles['phone']}>{phone === '' ? <span className={styles['line']} /> : phone}</p>
          <p>{t('slip.text.atCommunity')}</p>
        </div>
        {link !== null && <SlipCode link={link} />}
      </div>
      {teamName !== null && <p className={styles['team']}>{t('slip.text.team', { team: teamName })}</p>}
    </div>
  );
}
