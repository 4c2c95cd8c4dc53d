import { useTranslation } from 'react-i18next';
import { Button, Sheet } from '@huhudao/ui/components';
import styles from './visit.module.css';

type Props = {
  onClose: () => void;
  onKeep: () => void;
  onEnd: () => void;
  onWithdraw: () => void;
};

/** The resident wants to stop: go on another time, let what was answered count, or take it all back. */
export function StopSheet({ onClose, onKeep, onEnd, onWithdraw }: Props) {
  const { t } = useTranslation('tablet');
  const choices = [
    { name: t('visit.questions.keep'), help: t('visit.questions.keepHelp'), choose: onKeep },
    { name: t('visit.questions.end'), help: t('visit.questions.endHelp'), choose: onEnd },
    { name: t('visit.questions.withdraw'), help: t('visit.questions.withdrawHelp'), choose: onWithdraw },
  ];
  return (
    <Sheet title={t('visit.questions.stopTitle')} open onClose={onClose}>
      {choices.map(({ name, help, choose }) => (
        <Button key={name} wide size="large" onPress={choose}>
          <span>
            {name}
            <span className={styles['help']}>{help}</span>
          </span>
        </Button>
      ))}
    </Sheet>
  );
}
