import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '@huhudao/ui/components';
import type { Refusal } from '../../local/unlock.ts';
import { PinPad } from './pin-pad.tsx';
import styles from './lock.module.css';

type Props = {
  label: string;
  /** Looks at a PIN; null where it was the right one. */
  check: (pin: string) => Promise<Refusal | null>;
  /** How things stand before the first digit is typed: somebody may have tried before. */
  before?: { left: number; waitMs: number } | undefined;
};

/** A PIN pad that says what became of a PIN: how many tries are left, and how long one has to wait. */
export function EnterPin({ label, check, before }: Props) {
  const { t } = useTranslation('tablet');
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const [fault, setFault] = useState<unknown>();
  const wait = useWait(before?.waitMs ?? 0);
  if (fault !== undefined) throw fault;
  const said = useRef<HTMLDivElement>(null);
  // In the largest type on a phone it may be below the edge of the screen.
  useEffect(() => {
    if (left !== null) said.current?.scrollIntoView({ block: 'nearest' });
  }, [left]);
  const look = async (pin: string) => {
    setBusy(true);
    try {
      const refusal = await check(pin);
      if (refusal === null || refusal.result === 'lockedOut') return;
      setLeft(refusal.left);
      wait.begin(refusal.waitMs);
    } catch (thrown) {
      setFault(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PinPad label={label} disabled={busy || wait.seconds > 0} onPin={(pin) => void look(pin)} />
      <div className={styles['said']} aria-live="polite" ref={said}>
        {busy && <p>{t('lock.opening')}</p>}
        {!busy && (left !== null || wait.seconds > 0) && (
          <Note kind="warning">
            {left !== null && <p>{t('lock.wrong', { count: left })}</p>}
            {wait.seconds > 0 && <p>{t('lock.wait', { time: clockTime(wait.seconds) })}</p>}
          </Note>
        )}
      </div>
    </>
  );
}

/** 4:05 */
const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Whole seconds that are left of a wait, counting down. */
function useWait(firstMs: number): { seconds: number; begin: (ms: number) => void } {
  const [seconds, setSeconds] = useState(Math.ceil(firstMs / 1000));
  const waiting = seconds > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => setSeconds((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [waiting]);
  return { seconds, begin: (ms) => setSeconds(Math.ceil(ms / 1000)) };
}
