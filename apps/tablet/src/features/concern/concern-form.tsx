import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { issueNoteLimit } from '@huhudao/protocol';
import { Button, CheckList, Note, TextField } from '@huhudao/ui/components';
import { goTo } from '../../app/navigation.tsx';
import { above, type Place } from '../../app/place.ts';
import { useTablet } from '../../app/tablet.tsx';
import { lackOf, reportedConcern } from '../../work/concern.ts';
import type { Door } from '../../work/round-view.ts';
import { CategoryChoice } from './category-choice.tsx';
import styles from './concern.module.css';
import { DiscardConcern } from './discard-concern.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import type { ConcernHandle } from './use-concern.ts';

type Props = { handle: ConcernHandle; door: Door; at: Extract<Place, { kind: 'concern' }> };

/** What it is about, a few words, photos if they help, and whether the door may be named. */
export function ConcernForm({ handle, door, at }: Props) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { save, saving, failed, leave, goUp } = useWaysOut({ handle, door, at });
  return (
    <div className={styles['frame']}>
      <header className={styles['head']}>
        <Button look="quiet" icon={<ArrowLeft aria-hidden size="1.125em" />} onPress={() => void leave()}>
          {t('ui:action.back')}
        </Button>
        <b>{t('tablet:place.room', { room: door.household.room })}</b>
        <DiscardConcern handle={handle} onGone={goUp} />
      </header>
      <main className={styles['main']}>
        <h1>{t('tablet:concern.title')}</h1>
        <p className={styles['quiet']}>{t('tablet:concern.lead')}</p>
        <Fields handle={handle} />
        {failed && (
          <Note kind="problem" live>
            <p>{t('tablet:concern.saveFailed')}</p>
          </Note>
        )}
      </main>
      <footer className={styles['foot']}>
        <Button
          look="primary"
          size="large"
          wide
          disabled={lackOf(handle.draft) !== null}
          pending={saving}
          onPress={() => void save()}
        >
          {t('tablet:concern.save')}
        </Button>
      </footer>
    </div>
  );
}

function Fields({ handle }: { handle: ConcernHandle }) {
  const { t } = useTranslation('tablet');
  const { draft, change } = handle;
  return (
    <div className={styles['fields']}>
      <CategoryChoice value={draft.category} onChange={(category) => change({ category })} />
      <div className={styles['rest']}>
        <TextField
          multiline
          label={t('concern.note')}
          value={draft.note}
          maxLength={issueNoteLimit}
          onChange={(note) => change({ note })}
          description={
            <span className={styles['under']}>
              <span>{t('concern.noteHelp')}</span>
              <span>{t('concern.noteCount', { used: draft.note.length, limit: issueNoteLimit })}</span>
            </span>
          }
          error={lackOf(draft) === 'note' ? t('concern.noteNeeded') : undefined}
        />
        <PhotoStrip handle={handle} />
        <CheckList
          hideLabel
          label={t('concern.mayNameDoor')}
          choices={[{ value: 'mayNameDoor', label: t('concern.mayNameDoor') }]}
          values={draft.mayNameDoor ? ['mayNameDoor'] : []}
          onChange={(values) => change({ mayNameDoor: values.length > 0 })}
        />
        <p className={styles['quiet']}>{t('concern.mayNameDoorHelp')}</p>
      </div>
    </div>
  );
}

/** Saving says "saved" only by leaving this screen, once it is on the disk. Leaving keeps what was written. */
function useWaysOut({ handle, at }: Props) {
  const store = useTablet();
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const { draft, settled } = handle;
  const goUp = () => goTo(above(at) ?? { kind: 'today' }, 'replace');
  const save = async () => {
    setSaving(true);
    setFailed(false);
    try {
      await settled();
      await store.hold(reportedConcern(draft, Date.now()));
      goUp();
    } catch {
      setFailed(true);
    } finally {
      setSaving(false);
    }
  };
  const leave = async () => {
    await settled();
    goUp();
  };
  return { save, saving, failed, leave, goUp };
}
