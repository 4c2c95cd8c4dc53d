import { useTranslation } from 'react-i18next';
import { useLocking } from '../../app/locking.tsx';
import { usePractice } from '../../app/practice.ts';
import { useTablet } from '../../app/tablet.tsx';
import { EnterPin } from '../lock/enter-pin.tsx';
import styles from './visit.module.css';

/** The way from a resident's hands back to the worker's screens: the worker's PIN. */
export function GiveBack({ onWorker }: { onWorker: () => void }) {
  const { t } = useTranslation('tablet');
  const { checkPin } = useLocking();
  const practice = usePractice();
  const { name } = useTablet().person.profile.session;
  const asked = t('lock.handedOver.worker', { name });
  const check = async (pin: string) => {
    const refusal = await checkPin(pin);
    if (refusal === null) onWorker();
    return refusal;
  };
  return (
    <section className={styles['giveBack']}>
      <h2>{t('lock.handedOver.title')}</h2>
      <p className={styles['help']}>{asked}</p>
      {practice !== null && <p>{t('practice.pin', practice)}</p>}
      <EnterPin label={asked} check={check} />
    </section>
  );
}
