import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentNoteLimit, type AppointmentOffer } from '@huhudao/protocol';
import { formatShortDay, formatWeekday, sentenceOfError, useLocale } from '@huhudao/ui';
import { Button, Note, RadioTiles, TextField } from '@huhudao/ui/components';
import { Frame } from '../screens/frame.tsx';
import styles from '../screens/frame.module.css';
import { Phone } from './phone.tsx';
import type { Wanted } from './use-appointment.ts';

type Props = {
  offer: AppointmentOffer;
  busy: boolean;
  error: unknown;
  /** What was chosen before has just been withdrawn. */
  withdrawn: boolean;
  onChoose: (wanted: Wanted) => void;
  /** Leaves what was chosen before as it is. */
  onBack?: () => void;
};

/** Who comes and why, and when it suits: a day, then a time of that day. */
export function ChooseTime({ offer, busy, error, withdrawn, onChoose, onBack }: Props) {
  const { t } = useTranslation(['resident', 'ui']);
  const { locale } = useLocale();
  const [choice, setChoice] = useState<Choice>({ day: null, from: null, note: offer.chosen?.note ?? '' });
  const change = (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part }));
  const wanted = wantedOf(offer, choice);
  const { streetName: street, communityName: community, statement } = offer;
  return (
    <Frame
      title={t('resident:appointment.asks', { street, community })}
      actions={
        <>
          <Button
            look="primary"
            size="large"
            wide
            pending={busy}
            disabled={wanted === undefined}
            onPress={() => wanted !== undefined && onChoose(wanted)}
          >
            {t('resident:appointment.choose')}
          </Button>
          {onBack !== undefined && (
            <Button wide onPress={onBack}>
              {t('resident:appointment.keep')}
            </Button>
          )}
        </>
      }
    >
      {withdrawn && (
        <Note kind="good" live>
          <p>{t('resident:appointment.withdrawn')}</p>
        </Note>
      )}
      {statement !== null && <p className={styles['statement']}>{statement}</p>}
      <p>{t('resident:appointment.free')}</p>
      <Times offer={offer} choice={choice} change={change} />
      {error !== null && (
        <Note kind="warning" live>
          <p>{sentenceOfError(error, locale, t('ui:common.noAnswer'))}</p>
        </Note>
      )}
      <Phone phone={offer.phone} />
    </Frame>
  );
}

/** `from`: when the window begins, of the day chosen. */
type Choice = { day: string | null; from: string | null; note: string };

const windowsOf = (offer: AppointmentOffer, day: string | null) =>
  offer.days.find((one) => one.day === day)?.windows ?? [];

function wantedOf(offer: AppointmentOffer, { day, from, note }: Choice): Wanted | undefined {
  const window = windowsOf(offer, day).find((one) => one.from === from);
  return day === null || window === undefined ? undefined : { day, ...window, note };
}

type TimesProps = { offer: AppointmentOffer; choice: Choice; change: (part: Partial<Choice>) => void };

function Times({ offer, choice, change }: TimesProps) {
  const { t } = useTranslation('resident');
  const { locale } = useLocale();
  const { day, from, note } = choice;
  if (offer.days.length === 0)
    return (
      <Note kind="warning">
        <p>{t('appointment.noDays')}</p>
      </Note>
    );
  const days = offer.days.map((one) => ({
    value: one.day,
    label: formatShortDay(one.day, locale),
    icon: <span>{formatWeekday(one.day, locale)}</span>,
  }));
  const windows = windowsOf(offer, day).map((one) => ({
    value: one.from,
    label: `${one.from}–${one.until}`,
    icon: null,
  }));
  return (
    <>
      <RadioTiles
        label={t('appointment.day')}
        choices={days}
        value={day}
        onChange={(chosen) => change({ day: chosen })}
      />
      {day !== null && (
        <RadioTiles
          key={day}
          label={t('appointment.time')}
          choices={windows}
          value={from}
          onChange={(chosen) => change({ from: chosen })}
        />
      )}
      {wantedOf(offer, choice) !== undefined && (
        <TextField
          label={t('appointment.note')}
          description={t('appointment.noteHelp')}
          value={note}
          onChange={(typed) => change({ note: typed })}
          maxLength={appointmentNoteLimit}
        />
      )}
    </>
  );
}
