import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@huhudao/ui/components';
import type { DeviceDatabase } from '../../local/device.database.ts';
import type { KnownPerson, Person } from '../../local/people.store.ts';
import { readTries, unlock } from '../../local/unlock.ts';
import { EnterPin } from './enter-pin.tsx';
import styles from './lock.module.css';

type Props = {
  device: DeviceDatabase;
  person: KnownPerson;
  /** The tablet was switched off in a resident's hands: what is said is said to them. */
  handedOver: boolean;
  onOpen: (person: Person) => Promise<void>;
  onForgot: () => void;
  onLockedOut: () => void;
  onBack: () => void;
};

/** One person's PIN, and their work opens, without a network too. */
export function UnlockScreen(props: Props) {
  const { device, person, handedOver } = props;
  const { t } = useTranslation('tablet');
  const before = useTriesBefore(device, person.personId);
  if (before === undefined) return null;
  const check = async (pin: string) => {
    const tried = await unlock(device, person.personId, pin);
    if (tried.result === 'lockedOut') props.onLockedOut();
    if (tried.result !== 'open') return tried;
    await props.onOpen(tried.person);
    return null;
  };
  const asked = t(handedOver ? 'lock.handedOver.worker' : 'lock.enter', { name: person.name });
  return (
    <section className={styles['enter']}>
      <h1>{handedOver ? t('lock.handedOver.title') : asked}</h1>
      {handedOver && <p>{t('lock.handedOver.whyLocked')}</p>}
      {handedOver && <p className={styles['quiet']}>{asked}</p>}
      <EnterPin label={asked} check={check} {...(before === null ? {} : { before })} />
      <div className={styles['actions']}>
        <Button look="quiet" onPress={props.onForgot}>
          {t('lock.forgot')}
        </Button>
        <Button look="quiet" onPress={props.onBack}>
          {handedOver ? t('lock.handedOver.notMe', { name: person.name }) : t('lock.back')}
        </Button>
      </div>
    </section>
  );
}

/** Undefined while the disk is read; null where nobody has typed a wrong PIN. */
function useTriesBefore(device: DeviceDatabase, personId: string) {
  const [before, setBefore] = useState<{ left: number; waitMs: number } | null>();
  useEffect(() => {
    let current = true;
    void readTries(device, personId).then((tries) => current && setBefore(tries ?? null));
    return () => {
      current = false;
    };
  }, [device, personId]);
  return before;
}
