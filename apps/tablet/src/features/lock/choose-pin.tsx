import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '@huhudao/ui/components';
import { pinFlaw } from '../../local/pin.ts';
import { PinPad } from './pin-pad.tsx';
import styles from './lock.module.css';

type Said = 'differs' | 'guessable' | null;

/** A new PIN, typed twice; what anybody would try first is not taken. */
export function ChoosePin({ onChosen }: { onChosen: (pin: string) => Promise<void> }) {
  const { t } = useTranslation('tablet');
  const [first, setFirst] = useState<string | null>(null);
  const [said, setSaid] = useState<Said>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  const typed = async (pin: string) => {
    if (first === null) {
      const flaw = pinFlaw(pin);
      setSaid(flaw === null ? null : 'guessable');
      if (flaw === null) setFirst(pin);
      return;
    }
    setFirst(null);
    setSaid(pin === first ? null : 'differs');
    if (pin !== first) return;
    setBusy(true);
    await onChosen(pin).catch(setFault);
  };
  return (
    <section className={styles['enter']}>
      <h1 aria-live="polite">{t(first === null ? 'lock.choose' : 'lock.repeat')}</h1>
      <p className={styles['quiet']}>{t('lock.chooseWhy')}</p>
      <PinPad
        key={first === null ? 'first' : 'again'}
        label={t(first === null ? 'lock.choose' : 'lock.repeat')}
        disabled={busy}
        onPin={(pin) => void typed(pin)}
      />
      <div className={styles['said']} aria-live="polite">
        {busy && <p>{t('lock.opening')}</p>}
        {said !== null && (
          <Note kind="warning">
            <p>{t(`lock.${said}`)}</p>
          </Note>
        )}
      </div>
    </section>
  );
}
