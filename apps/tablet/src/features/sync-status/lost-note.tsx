import { useTranslation } from 'react-i18next';
import { formatInstant, useLocale } from '@huhudao/ui';
import { Button, Note } from '@huhudao/ui/components';
import { useLostRecords } from '../../app/lost-records.ts';
import { firstRecordedAt } from '../../local/unsent-ledger.ts';

/** The browser has thrown work away that was not sent. Said plainly: how much, since when, and that the office knows. */
export function LostNote() {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const { lost, understood } = useLostRecords();
  if (lost === null) return null;
  const since = formatInstant(new Date(firstRecordedAt(lost.ids)).toISOString(), locale);
  return (
    <Note kind="problem" title={t('lost.title', { count: lost.ids.length })} live>
      <p>{t('lost.why', { since })}</p>
      <p>{t(lost.reported ? 'lost.reported' : 'lost.notReported')}</p>
      {lost.reported && <Button onPress={understood}>{t('lost.understood')}</Button>}
    </Note>
  );
}
