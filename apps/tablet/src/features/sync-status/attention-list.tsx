import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordError, RecordSummary } from '@huhudao/outbox';
import { formatInstant, sentenceOfError, useLocale } from '@huhudao/ui';
import { Button, Note, Sheet } from '@huhudao/ui/components';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import { refusedRecords } from '../../work/corrections.ts';
import { CorrectVisit } from './correct-visit.tsx';
import { HandOver } from './hand-over.tsx';
import { RefusedPhotos } from './photo-queue.tsx';
import { RecordContents } from './record-contents.tsx';
import styles from './sync-status.module.css';
import { useDoorName } from './use-door-name.ts';
import { useQuestionTitles } from './use-question-titles.ts';

/** What the office refused: kept, readable, with the reason. Nothing here is ever dropped by the tablet. */
export function AttentionList() {
  const { t } = useTranslation(['tablet', 'ui']);
  const { records, held, refusedAnonymous, status } = useSnapshot();
  const [reading, setReading] = useState<RecordSummary | null>(null);
  const refused = refusedRecords(records, held);
  if (status.needsAttention === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('tablet:sync.attention')}</h2>
      <p className={styles['quiet']}>{t('tablet:sync.attentionWhy')}</p>
      <ul className={styles['rows']}>
        {refusedAnonymous.length > 0 && <RefusedAnonymous reasons={refusedAnonymous} />}
        <RefusedPhotos />
        {refused.map((record) => (
          <RefusedRow key={record.id} record={record} onLook={() => setReading(record)} />
        ))}
      </ul>
      <Sheet
        title={reading === null ? '' : t(`ui:recordKind.${reading.kind}`)}
        open={reading !== null}
        onClose={() => setReading(null)}
      >
        {reading !== null && <RecordContents key={reading.id} record={reading} />}
      </Sheet>
    </section>
  );
}

/** Anonymous responses have no door: they are counted, with the reasons there were, and offered again together. */
function RefusedAnonymous({ reasons }: { reasons: readonly RecordError[] }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const store = useTablet();
  const questions = useQuestionTitles(reasons);
  const sentences = new Set(
    reasons.map((reason) => sentenceOfError(reason, locale, t('tablet:sync.failure.refused'))),
  );
  return (
    <li>
      <Note kind="problem" title={t('tablet:sync.anonymousRefused', { count: reasons.length })}>
        {[...sentences].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {questions.length > 0 && (
          <p>{t('tablet:sync.question', { question: questions.join(t('ui:common.listSeparator')) })}</p>
        )}
        <div className={styles['actions']}>
          <Button onPress={() => void store.refused.offerAnonymousAgain()}>
            {t('tablet:sync.offerAgain')}
          </Button>
        </div>
      </Note>
    </li>
  );
}

function RefusedRow({ record, onLook }: { record: RecordSummary; onLook: () => void }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const store = useTablet();
  const doorName = useDoorName();
  const [question = null] = useQuestionTitles([record.lastError]);
  const [handingOver, setHandingOver] = useState(false);
  return (
    <li>
      <Note kind="problem" title={`${doorName(record.label)} · ${t(`ui:recordKind.${record.kind}`)}`}>
        <p>{sentenceOfError(record.lastError, locale, t('tablet:sync.failure.refused'))}</p>
        {question !== null && <p>{t('tablet:sync.question', { question })}</p>}
        <p className={styles['quiet']}>
          {t('tablet:sync.recordedAt', { time: formatInstant(record.deviceTime, locale) })}
        </p>
        <div className={styles['actions']}>
          <Button onPress={onLook}>{t('tablet:sync.look')}</Button>
          <Button onPress={() => void store.refused.offerAgain(record.id)}>
            {t('tablet:sync.offerAgain')}
          </Button>
          <CorrectVisit record={record} />
          {record.kind !== 'handOverRecord' && (
            <Button onPress={() => setHandingOver(true)}>{t('tablet:sync.handOver.title')}</Button>
          )}
        </div>
        {handingOver && <HandOver record={record} onClose={() => setHandingOver(false)} />}
      </Note>
    </li>
  );
}
