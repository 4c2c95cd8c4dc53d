import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '@huhudao/ui/components';
import { useTablet } from '../../app/tablet.tsx';
import { isBlank } from '../../work/concern.ts';
import styles from './concern.module.css';
import type { ConcernHandle } from './use-concern.ts';

/** Throws the issue away; asked only where something was written. */
export function DiscardConcern({ handle, onGone }: { handle: ConcernHandle; onGone: () => void }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const [asking, setAsking] = useState(false);
  const { draft, settled } = handle;
  const discard = async () => {
    await settled();
    await store.concerns.drop(draft);
    onGone();
  };
  return (
    <>
      <Button look="quiet" onPress={() => (isBlank(draft) ? void discard() : setAsking(true))}>
        {t('concern.discard')}
      </Button>
      <Dialog title={t('concern.discardTitle')} open={asking} onClose={() => setAsking(false)}>
        <p>{t('concern.discardWhy')}</p>
        <div className={styles['actions']}>
          <Button onPress={() => setAsking(false)}>{t('concern.discardNo')}</Button>
          <Button look="danger" onPress={() => void discard()}>
            {t('concern.discard')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
