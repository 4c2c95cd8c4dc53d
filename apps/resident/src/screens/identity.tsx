import { useTranslation } from 'react-i18next';
import type { IdentityMode } from '@huhudao/domain';
import { Button, IdentityChoice } from '@huhudao/ui/components';
import type { Opened } from '../answering/requests.ts';
import { Frame } from './frame.tsx';
import styles from './frame.module.css';

type Props = {
  opened: Opened;
  mode: IdentityMode | null;
  onChoose: (mode: IdentityMode) => void;
  onBegin: () => void;
};

/** Who asks and why, how answers are kept, and the resident's choice. */
export function Identity({ opened, mode, onChoose, onBegin }: Props) {
  const { t } = useTranslation(['resident', 'ui']);
  const { streetName: street, communityName: community, statement } = opened;
  return (
    <Frame
      title={t('resident:identity.asks', { street, community })}
      actions={
        <Button look="primary" size="large" wide disabled={mode === null} onPress={onBegin}>
          {t('ui:consent.begin')}
        </Button>
      }
    >
      {statement.trim() !== '' && <p className={styles['statement']}>{statement}</p>}
      <p>{t('resident:identity.voluntary')}</p>
      <h2>{t('ui:consent.title')}</h2>
      <p className={styles['lead']}>{t('ui:consent.promise')}</p>
      <IdentityChoice value={mode} onChange={onChoose} />
    </Frame>
  );
}
