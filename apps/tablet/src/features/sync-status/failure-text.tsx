import { useTranslation } from 'react-i18next';
import type { SyncFailure } from '@huhudao/outbox';
import { sentenceOfError, useLocale } from '@huhudao/ui';
import { Note } from '@huhudao/ui/components';

/** Why the last run did not get through: what kind of trouble it is, and what the server said of it. */
export function FailureText({ failure }: { failure: SyncFailure }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const kind = t(`sync.failure.${failure.kind}`);
  return (
    <Note kind="warning" live title={t('sync.problem')}>
      <p>{kind}</p>
      {failure.kind === 'refused' && <p>{sentenceOfError(failure.error, locale, '')}</p>}
    </Note>
  );
}
