import { CalendarCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppointmentOffer } from '@huhudao/protocol';
import { formatDay, sentenceOfError, useLocale } from '@huhudao/ui';
import { Button, Note } from '@huhudao/ui/components';
import { Frame } from '../screens/frame.tsx';
import styles from '../screens/frame.module.css';
import { Phone } from './phone.tsx';

type Props = {
  offer: AppointmentOffer;
  chosen: NonNullable<AppointmentOffer['chosen']>;
  busy: boolean;
  error: unknown;
  onChange: () => void;
  onWithdraw: () => void;
};

/** When somebody comes, and how that is changed. */
export function Agreed({ offer, chosen, busy, error, onChange, onWithdraw }: Props) {
  const { t } = useTranslation(['resident', 'ui']);
  const { locale } = useLocale();
  return (
    <Frame
      title={t('resident:appointment.agreed')}
      hideTitle
      actions={
        <>
          <Button size="large" wide disabled={busy} onPress={onChange}>
            {t('resident:appointment.change')}
          </Button>
          <Button wide pending={busy} onPress={onWithdraw}>
            {t('resident:appointment.withdraw')}
          </Button>
        </>
      }
    >
      <div className={styles['agreed']}>
        <CalendarCheck aria-hidden className={styles['sent']} size="4.5rem" strokeWidth={1.5} />
        <p className={styles['lead']} aria-hidden>
          {t('resident:appointment.agreed')}
        </p>
        <p className={styles['when']}>
          {formatDay(chosen.day, locale)}
          <br />
          {chosen.from}–{chosen.until}
        </p>
        {chosen.note !== null && <p>{t('resident:appointment.noted', { note: chosen.note })}</p>}
        <p>{t('resident:appointment.comes', { community: offer.communityName })}</p>
        <p className={styles['lead']}>{t('resident:appointment.sameCode')}</p>
        <Phone phone={offer.phone} />
      </div>
      {error !== null && (
        <Note kind="warning" live>
          <p>{sentenceOfError(error, locale, t('ui:common.noAnswer'))}</p>
        </Note>
      )}
    </Frame>
  );
}
