import { Camera, ImagePlus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { photosPerIssue } from '@huhudao/protocol';
import { Button, Note } from '@huhudao/ui/components';
import type { ConcernPhoto } from '../../local/work.types.ts';
import styles from './concern.module.css';
import type { ConcernHandle, PhotoTrouble } from './use-concern.ts';
import { usePhotoUrl } from './use-photo-url.ts';

/** Photos help, and are never asked for. What not to photograph is said before the camera opens. */
export function PhotoStrip({ handle }: { handle: ConcernHandle }) {
  const { t } = useTranslation('tablet');
  const { draft, addPhoto, removePhoto, kept } = handle;
  const [preparing, setPreparing] = useState(false);
  const [trouble, setTrouble] = useState<PhotoTrouble | null>(null);
  const add = async (files: readonly File[]) => {
    setTrouble(null);
    setPreparing(true);
    for (const file of files.slice(0, photosPerIssue - draft.photos.length))
      setTrouble((await addPhoto(file)) ?? null);
    setPreparing(false);
  };
  const full = draft.photos.length >= photosPerIssue;
  return (
    <section className={styles['photos']} aria-label={t('concern.photos')}>
      <h2>{t('concern.photosOptional')}</h2>
      <p className={styles['reminder']}>{t('concern.reminder')}</p>
      {draft.photos.length > 0 && (
        <ul className={styles['strip']}>
          {draft.photos.map((photo, index) => (
            <Thumbnail
              key={photo.id}
              photo={photo}
              kept={kept.has(photo.id)}
              number={index + 1}
              onRemove={() => removePhoto(photo)}
            />
          ))}
        </ul>
      )}
      {full ? (
        <p className={styles['quiet']}>{t('concern.full', { count: photosPerIssue })}</p>
      ) : (
        <PhotoButtons preparing={preparing} onFiles={(files) => void add(files)} />
      )}
      {trouble !== null && (
        <Note kind="problem" live>
          <p>{t(`concern.${trouble}`)}</p>
        </Note>
      )}
    </section>
  );
}

/** The camera where there is one; or a picture that was taken before. */
function PhotoButtons({ preparing, onFiles }: { preparing: boolean; onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('tablet');
  const camera = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const input = { type: 'file', accept: 'image/*', hidden: true } as const;
  const take = (from: HTMLInputElement) => {
    onFiles([...(from.files ?? [])]);
    // The same picture can be chosen again after it was removed.
    from.value = '';
  };
  return (
    <div className={styles['actions']}>
      <input
        {...input}
        ref={camera}
        name="camera"
        capture="environment"
        onChange={(event) => take(event.target)}
      />
      <input {...input} ref={chooser} name="photo" multiple onChange={(event) => take(event.target)} />
      <Button
        icon={<Camera aria-hidden size="1.125em" />}
        pending={preparing}
        onPress={() => camera.current?.click()}
      >
        {t(preparing ? 'concern.preparing' : 'concern.take')}
      </Button>
      <Button
        icon={<ImagePlus aria-hidden size="1.125em" />}
        pending={preparing}
        onPress={() => chooser.current?.click()}
      >
        {t('concern.choose')}
      </Button>
    </div>
  );
}

type ThumbnailProps = { photo: ConcernPhoto; kept: boolean; number: number; onRemove: () => void };

function Thumbnail({ photo, kept, number, onRemove }: ThumbnailProps) {
  const { t } = useTranslation('tablet');
  const url = usePhotoUrl(photo, kept);
  return (
    <li className={styles['thumbnail']}>
      {url === null ? <span /> : <img src={url} alt={t('concern.photo', { number })} />}
      <Button look="quiet" label={t('concern.remove', { number })} onPress={onRemove}>
        <X aria-hidden size="1.25em" />
      </Button>
    </li>
  );
}
