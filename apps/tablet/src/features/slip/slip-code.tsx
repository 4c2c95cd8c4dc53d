import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../../app/practice.ts';
import type { Door, RoundView } from '../../work/round-view.ts';
import { slipLink } from '../../work/slip-link.ts';
import { QrCode } from '../visit/qr-code.tsx';
import styles from './slip.module.css';

/** A link for the slip of this door, made here; null where there is none to make. Practice leads nowhere. */
export function useSlipLink({ round, streetId }: RoundView, { household, standing }: Door): string | null {
  const practising = usePractice() !== null;
  const [link, setLink] = useState<string | null>(null);
  const householdId = standing.settled || practising ? null : household.id;
  useEffect(() => {
    let current = true;
    if (householdId !== null)
      slipLink(round, { streetId, householdId }, window.location.origin, Date.now()).then(
        (made) => current && setLink(made),
        // Without a code the slip says what it always said.
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [round, streetId, householdId]);
  return householdId === null ? null : link;
}

export function SlipCode({ link }: { link: string }) {
  const { t } = useTranslation('tablet');
  return (
    <div className={styles['code']}>
      <QrCode text={link} label={t('slip.text.code')} />
      <p>{t('slip.text.code')}</p>
    </div>
  );
}
