import { useTranslation } from 'react-i18next';
import { sentenceOfError, useLocale } from '@huhudao/ui';
import { Button, Note } from '@huhudao/ui/components';
import { isDecided } from '../answering/requests.ts';
import { Frame } from './frame.tsx';

/** The ticket cannot be opened: why, and whether it is worth trying again. */
export function Trouble({ error }: { error: unknown }) {
  const { t } = useTranslation('resident');
  const { locale } = useLocale();
  return (
    <Frame
      title={t('trouble.title')}
      actions={
        !isDecided(error) && (
          <Button look="primary" size="large" wide onPress={() => window.location.reload()}>
            {t('trouble.again')}
          </Button>
        )
      }
    >
      <Note kind="warning" live>
        <p>{sentenceOfError(error, locale, t('trouble.noNetwork'))}</p>
      </Note>
    </Frame>
  );
}
