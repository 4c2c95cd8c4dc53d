import { useTranslation } from 'react-i18next';
import { sentenceOfError, useLocale } from '@huhudao/ui';
import { Note } from '@huhudao/ui/components';

/** Why the server said no, or that it said nothing. */
export function ErrorNote({ error }: { error: unknown }) {
  const { t } = useTranslation('ui');
  const { locale } = useLocale();
  if (error === null) return null;
  return (
    <Note kind="problem" live>
      <p>{sentenceOfError(error, locale, t('common.noAnswer'))}</p>
    </Note>
  );
}
