import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { Button } from '@huhudao/ui/components';
import styles from './door.module.css';

/** One tap records the outcome; a sentence stands where the word alone could be misread. */
export function OutcomeList(props: { outcomes: readonly Outcome[]; onChoose: (outcome: Outcome) => void }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const help = (outcome: Outcome): string | null => {
    if (outcome === 'refused') return t('tablet:outcomes.refusedHelp');
    return outcome === 'refusedHard' ? t('tablet:outcomes.refusedHardHelp') : null;
  };
  return (
    <ul className={styles['list']}>
      {props.outcomes.map((outcome) => (
        <li key={outcome}>
          <Button wide onPress={() => props.onChoose(outcome)}>
            <span>
              {t(`ui:outcome.${outcome}`)}
              {help(outcome) !== null && <span className={styles['help']}>{help(outcome)}</span>}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
