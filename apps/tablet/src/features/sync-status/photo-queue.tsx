import { useTranslation } from 'react-i18next';
import type { PhotoSummary } from '@huhudao/outbox';
import { sentenceOfError, useLocale } from '@huhudao/ui';
import { Button, Note } from '@huhudao/ui/components';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { allowNow, usePhotoWait } from '../../app/photo-sending.ts';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import styles from './sync-status.module.css';
import { useDoorName } from './use-door-name.ts';

/** Photos the office does not have yet, by door, and what they wait for. */
export function PhotoQueue() {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const { photos } = useSnapshot();
  const wait = usePhotoWait();
  const unsent = photos.filter(({ state }) => state !== 'refused');
  const count = unsent.length;
  const sendNow = () => {
    allowNow(true);
    store.syncNow();
  };
  if (count === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('concern.queue.title')}</h2>
      {wait !== null && (
        <Note kind="info">
          <p>{t(wait === 'wifi' ? 'concern.queue.waitingWifi' : 'concern.queue.waitingTap', { count })}</p>
          <div className={styles['actions']}>
            <Button onPress={sendNow}>{t('concern.queue.sendNow')}</Button>
          </div>
        </Note>
      )}
      <ul className={styles['rows']}>
        {unsent.map((photo) => (
          <PhotoRow key={photo.id} photo={photo} />
        ))}
      </ul>
    </section>
  );
}

function PhotoRow({ photo }: { photo: PhotoSummary }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const doorName = useDoorName();
  const { size, received, state, lastError, label } = photo;
  const percent = Math.floor((received / size) * 100);
  return (
    <li className={styles['row']}>
      <b>{doorName(label)}</b>
      <span className={styles['quiet']}>
        {t('concern.queue.progress', { size: sizeText(size, locale), percent })}
      </span>
      <Chip tone="wait">{t(`concern.queue.${state === 'uploading' ? 'uploading' : 'waiting'}`)}</Chip>
      {lastError !== null && (
        <p className={styles['reason']}>{sentenceOfError(lastError, locale, t('sync.failure.noAnswer'))}</p>
      )}
    </li>
  );
}

/** Photos the office does not take: kept, with the reason. */
export function RefusedPhotos() {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const store = useTablet();
  const doorName = useDoorName();
  const { photos } = useSnapshot();
  return photos
    .filter(({ state }) => state === 'refused')
    .map(({ id, label, lastError }) => (
      <li key={id}>
        <Note kind="problem" title={`${doorName(label)} · ${t('concern.queue.refused')}`}>
          <p>{sentenceOfError(lastError, locale, t('sync.failure.refused'))}</p>
          <div className={styles['actions']}>
            <Button onPress={() => void store.concerns.offerPhotoAgain(id)}>{t('sync.offerAgain')}</Button>
          </div>
        </Note>
      </li>
    ));
}

const sizeText = (bytes: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    bytes / 1000,
  );
