import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@huhudao/ui/components';
import { useTablet } from '../../app/tablet.tsx';
import type { Draft } from '../../local/work.types.ts';
import { canBeHandedIn, handIn } from '../../work/hand-in.ts';
import { useVersion } from '../visit/use-version.ts';
import styles from './sync-status.module.css';

/** A visit whose door went to another team before it was saved: handed in as it stands, or given up. */
export function EndedDraft({ draft }: { draft: Draft }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const isWritten = canBeHandedIn(draft);
  return (
    <>
      <span className={styles['quiet']}>{t(isWritten ? 'sync.draftEnded' : 'sync.draftEmpty')}</span>
      {isWritten && <HandIn draft={draft} />}
      <Button look="danger" onPress={() => void store.dropDraft(draft.id)}>
        {t('visit.discard')}
      </Button>
    </>
  );
}

/** Says that it was taken only by going away, and that happens only once it is on the disk. */
function HandIn({ draft }: { draft: Draft }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const form = useVersion(draft.form.hash);
  const questionnaire = useVersion(draft.questionnaire?.hash ?? null);
  const [failed, setFailed] = useState(false);
  const hold = async () => {
    if (form === undefined || form === null) return setFailed(true);
    const forms = { form: form.compiled, questionnaire: questionnaire?.compiled ?? null };
    const held = handIn(draft, forms, Date.now());
    if (held !== undefined) await store.hold(held).catch(() => setFailed(true));
  };
  return (
    <>
      <Button look="primary" onPress={() => void hold()}>
        {t('sync.handInDraft')}
      </Button>
      {failed && <span role="alert">{t('visit.finish.saveFailed')}</span>}
    </>
  );
}
