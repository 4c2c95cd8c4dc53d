import { useTranslation } from 'react-i18next';
import { Button, Note } from '@huhudao/ui/components';
import type { Wiped } from '../../local/device.database.ts';
import styles from './lock.module.css';

type Props = { wiped: Wiped; others: boolean; onUnderstood: () => void };

/** The office has what was on the tablet, and the tablet has nothing of it any more. */
export function WipedNotice({ wiped, others, onUnderstood }: Props) {
  const { t } = useTranslation('tablet');
  const { what, records } = wiped;
  return (
    <section className={styles['enter']}>
      <h1>{t(what === 'tablet' ? 'lock.revoked.wiped' : 'lock.revoked.personWiped')}</h1>
      <Note kind="good">
        <p>{records > 0 ? t('lock.revoked.handedOver', { count: records }) : t('lock.revoked.nothing')}</p>
      </Note>
      {what === 'tablet' && others && (
        <Note kind="warning">
          <p>{t('lock.revoked.others')}</p>
        </Note>
      )}
      <Button size="large" onPress={onUnderstood}>
        {t('lock.revoked.understood')}
      </Button>
    </section>
  );
}
