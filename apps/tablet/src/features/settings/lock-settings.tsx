import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Note, SegmentedChoice } from '@huhudao/ui/components';
import { useLocking } from '../../app/locking.tsx';
import { autoLockMinutes } from '../../local/device.database.ts';
import { ChoosePin } from '../lock/choose-pin.tsx';
import { EnterPin } from '../lock/enter-pin.tsx';
import styles from './settings.module.css';

/** Locking now, locking by itself, and another PIN. */
export function LockSettings() {
  const { t } = useTranslation('tablet');
  const { lock, autoLock, changeAutoLock } = useLocking();
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  return (
    <section className={styles['card']}>
      <h2>{t('lock.section')}</h2>
      <p className={styles['quiet']}>{t('lock.sectionWhy')}</p>
      <SegmentedChoice
        label={t('lock.auto')}
        choices={autoLockMinutes.map((minutes) => ({
          value: String(minutes),
          label: t('lock.minutes', { count: minutes }),
        }))}
        value={String(autoLock)}
        onChange={(value) => {
          const chosen = autoLockMinutes.find((minutes) => String(minutes) === value);
          if (chosen !== undefined) void changeAutoLock(chosen);
        }}
      />
      <div className={styles['actions']}>
        <Button icon={<Lock aria-hidden size="1.125em" />} onPress={lock}>
          {t('lock.now')}
        </Button>
        <Button onPress={() => setChanging(true)}>{t('lock.change')}</Button>
      </div>
      {changed && (
        <Note kind="good" live>
          <p>{t('lock.changed')}</p>
        </Note>
      )}
      {changing && (
        <ChangePin
          onClose={() => setChanging(false)}
          onChanged={() => {
            setChanging(false);
            setChanged(true);
          }}
        />
      )}
    </section>
  );
}

/** The present PIN first: whoever finds the tablet open must not be able to choose another. */
function ChangePin({ onClose, onChanged }: { onClose: () => void; onChanged: () => void }) {
  const { t } = useTranslation('tablet');
  const { checkPin, changePin } = useLocking();
  const [present, setPresent] = useState<string | null>(null);
  const check = async (pin: string) => {
    const refusal = await checkPin(pin);
    if (refusal === null) setPresent(pin);
    return refusal;
  };
  const choose = async (next: string) => {
    if (present !== null) await changePin(present, next);
    onChanged();
  };
  return (
    <Dialog title={t('lock.change')} open onClose={onClose}>
      {present === null ? (
        <div className={styles['pin']}>
          <p>{t('lock.current')}</p>
          <EnterPin label={t('lock.current')} check={check} />
        </div>
      ) : (
        <ChoosePin onChosen={choose} />
      )}
    </Dialog>
  );
}
