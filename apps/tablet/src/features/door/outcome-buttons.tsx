import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { Button } from '@huhudao/ui/components';
import styles from './door.module.css';
import type { SheetName } from './outcome-sheets.tsx';

type Props = { onRecord: (outcome: Outcome) => void; onOpen: (sheet: SheetName) => void };

/** How an attempt ended, in one tap or two. */
export function OutcomeButtons({ onRecord, onOpen }: Props) {
  const { t } = useTranslation(['tablet', 'ui']);
  return (
    <div className={styles['outcomes']}>
      <Button wide onPress={() => onRecord('notHome')}>
        {t('ui:outcome.notHome')}
      </Button>
      <Button wide onPress={() => onOpen('appointment')}>
        {t('ui:outcome.appointment')}
      </Button>
      <Button wide onPress={() => onOpen('refusal')}>
        {t('tablet:door.refused')}
      </Button>
      <Button wide onPress={() => onOpen('more')}>
        {t('tablet:door.more')}
      </Button>
    </div>
  );
}
