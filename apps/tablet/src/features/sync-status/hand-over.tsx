import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSummary } from '@huhudao/outbox';
import { Button, Note, Sheet, TextField } from '@huhudao/ui/components';
import { useTablet } from '../../app/tablet.tsx';
import { handOverWork } from '../../work/corrections.ts';

/** A refused record that the worker cannot put right goes to the street, with a word to it. */
export function HandOver({ record, onClose }: { record: RecordSummary; onClose: () => void }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const [note, setNote] = useState('');
  const [failed, setFailed] = useState(false);
  const handOver = async () => {
    setFailed(false);
    try {
      const full = await store.refused.record(record.id);
      if (full !== undefined) await store.freeze(handOverWork(full, note));
      onClose();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Sheet title={t('sync.handOver.title')} open onClose={onClose}>
      <p>{t('sync.handOver.why')}</p>
      <TextField label={t('sync.handOver.note')} value={note} onChange={setNote} maxLength={200} />
      {failed && (
        <Note kind="problem" live>
          <p>{t('sync.handOver.failed')}</p>
        </Note>
      )}
      <Button look="primary" size="large" wide onPress={() => void handOver()}>
        {t('sync.handOver.do')}
      </Button>
    </Sheet>
  );
}
