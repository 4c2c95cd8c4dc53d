import { Plus, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Note } from '@huhudao/ui/components';
import type { PlanBook } from '../../work/plan-book.ts';
import styles from './plan.module.css';
import { useLeftOverWords } from './plan-words.ts';
import { usePlanChanges } from './use-plan-changes.ts';
import type { SuggestionHandle } from './use-suggestion.ts';

type Props = { book: PlanBook; suggestion: SuggestionHandle; onAdd: () => void };

/** Ask for a plan, and take or leave what was suggested. */
export function SuggestionBar({ book, suggestion, onAdd }: Props) {
  const { t } = useTranslation('tablet');
  if (suggestion.asked) return <Suggested book={book} suggestion={suggestion} />;
  return (
    <div className={styles['actions']}>
      <Button
        look="primary"
        icon={<Sparkles aria-hidden size="1.125em" />}
        pending={suggestion.thinking}
        onPress={suggestion.ask}
      >
        {t('plan.suggest')}
      </Button>
      <Button icon={<Plus aria-hidden size="1.125em" />} onPress={onAdd}>
        {t('plan.add')}
      </Button>
    </div>
  );
}

function Suggested({ book, suggestion }: Omit<Props, 'onAdd'>) {
  const { t } = useTranslation('tablet');
  const changes = usePlanChanges(book.view);
  const words = useLeftOverWords();
  const { slots, leftOver, drop } = suggestion;
  const takeAll = async () => {
    const plans = slots.map(({ stairwellId, teamId, day, from, until }) => ({
      ...{ stairwellId, teamId, day, from, until },
    }));
    if (await changes.plan(plans)) drop();
  };
  return (
    <Note kind="info" live>
      <p>{slots.length === 0 ? t('plan.noSuggestion') : t('plan.suggestion', { count: slots.length })}</p>
      {leftOver.length > 0 && <p>{words(leftOver)}</p>}
      <div className={styles['actions']}>
        {slots.length > 0 && (
          <Button look="primary" onPress={() => void takeAll()}>
            {t('plan.takeAll', { count: slots.length })}
          </Button>
        )}
        <Button onPress={drop}>{t('plan.dropSuggestion')}</Button>
      </div>
    </Note>
  );
}
