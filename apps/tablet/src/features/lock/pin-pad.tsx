import { Delete } from 'lucide-react';
import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinLength } from '../../local/pin.ts';
import styles from './lock.module.css';

type Props = {
  label: string;
  /** Six digits are there. */
  onPin: (pin: string) => void;
  /** Nothing can be typed: a PIN is being looked at, or one has to wait. */
  disabled?: boolean;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Large keys for six digits; the keyboard does as well. What is typed is never shown, only how much of it. */
export function PinPad({ label, onPin, disabled = false }: Props) {
  const { t } = useTranslation('tablet');
  const [typed, setTyped] = useState('');
  const press = (digit: string) => {
    if (disabled || typed.length === pinLength) return;
    const next = typed + digit;
    setTyped(next.length === pinLength ? '' : next);
    if (next.length === pinLength) onPin(next);
  };
  const erase = () => setTyped((before) => before.slice(0, -1));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[0-9]$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') erase();
  });
  // As soon as the pad is there: a digit typed at once must not be lost.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  const key = (digit: string) => (
    <button key={digit} type="button" className={styles['key']} onClick={() => press(digit)}>
      {digit}
    </button>
  );
  return (
    <div className={styles['pad']} role="group" aria-label={label} data-disabled={disabled || undefined}>
      <p className={styles['dots']}>
        {Array.from({ length: pinLength }, (_, index) => (
          <span key={index} aria-hidden data-typed={index < typed.length || undefined} />
        ))}
        <span className="visually-hidden" role="status">
          {t('lock.typed', { count: typed.length })}
        </span>
      </p>
      <div className={styles['keys']}>
        {digits.map(key)}
        <span />
        {key('0')}
        <button type="button" className={styles['key']} aria-label={t('lock.erase')} onClick={erase}>
          <Delete aria-hidden size="1.25em" />
        </button>
      </div>
    </div>
  );
}
