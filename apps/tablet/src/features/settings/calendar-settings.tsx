import { CalendarPlus, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '@huhudao/domain';
import { formatDay, useLocale } from '@huhudao/ui';
import { Button, Dialog, LinkButton, Note } from '@huhudao/ui/components';
import { QrCode } from '../visit/qr-code.tsx';
import styles from './settings.module.css';
import { useCalendarFeed } from './use-calendar-feed.ts';

/** The person's plan in a calendar of their own, by a secret address that can be taken back. */
export function CalendarSettings() {
  const { t } = useTranslation('tablet');
  const { feed, ask, open, close } = useCalendarFeed();
  return (
    <section className={styles['card']}>
      <h2>{t('calendar.title')}</h2>
      <p className={styles['quiet']}>{t('calendar.why')}</p>
      {feed.state === 'asking' && <p role="status">{t('calendar.asking')}</p>}
      {feed.state === 'away' && (
        <div className={styles['explained']}>
          <p>{t('calendar.away')}</p>
          <Button onPress={ask}>{t('calendar.again')}</Button>
        </div>
      )}
      {feed.state === 'none' && (
        <div className={styles['actions']}>
          <Button icon={<CalendarPlus aria-hidden size="1.125em" />} onPress={open}>
            {t('calendar.open')}
          </Button>
        </div>
      )}
      {feed.state === 'open' && (
        <>
          {feed.address === null ? <Since instant={feed.since} /> : <Address address={feed.address} />}
          <Changes onReplace={open} onClose={close} />
        </>
      )}
    </section>
  );
}

function Since({ instant }: { instant: string }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  return <p>{t('calendar.since', { day: formatDay(dayOf(instant), locale) })}</p>;
}

/** The address, to be scanned by a phone, copied, or opened on this device. */
function Address({ address }: { address: string }) {
  const { t } = useTranslation('tablet');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <Note kind="warning">
        <p>{t('calendar.once')}</p>
      </Note>
      <QrCode text={address} label={t('calendar.code')} />
      <p className={styles['quiet']}>{t('calendar.scan')}</p>
      <p className={styles['address']}>{address}</p>
      <div className={styles['actions']}>
        <Button icon={<Copy aria-hidden size="1.125em" />} onPress={() => void copy()}>
          {t(copied ? 'calendar.copied' : 'calendar.copy')}
        </Button>
        <LinkButton href={address.replace(/^https?:/, 'webcal:')}>{t('calendar.subscribe')}</LinkButton>
      </div>
    </>
  );
}

/** Both end the present address, so both ask first. */
function Changes({ onReplace, onClose }: { onReplace: () => void; onClose: () => void }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const [asking, setAsking] = useState<'replace' | 'close' | null>(null);
  const done = () => setAsking(null);
  return (
    <div className={styles['actions']}>
      <Button onPress={() => setAsking('replace')}>{t('tablet:calendar.replace')}</Button>
      <Button look="danger" onPress={() => setAsking('close')}>
        {t('tablet:calendar.close')}
      </Button>
      {asking !== null && (
        <Dialog title={t(`tablet:calendar.${asking}Title`)} open onClose={done}>
          <p>{t(`tablet:calendar.${asking}Why`)}</p>
          <div className={styles['actions']}>
            <Button onPress={done}>{t('ui:action.cancel')}</Button>
            <Button
              look="danger"
              onPress={() => {
                done();
                if (asking === 'replace') onReplace();
                else onClose();
              }}
            >
              {t(`tablet:calendar.${asking}`)}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
