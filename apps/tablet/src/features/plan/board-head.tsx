import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addDays } from '@huhudao/domain';
import { formatDay, formatShortDay, useLocale } from '@huhudao/ui';
import { Button, SegmentedChoice } from '@huhudao/ui/components';
import type { RoundView } from '../../work/round-view.ts';
import { weekOf } from './board-items.ts';
import styles from './plan.module.css';

/** Which part of the calendar is looked at: the week around a day, or that day. */
export type Shown = { by: 'week' | 'day'; day: string };

type Props = { view: RoundView; shown: Shown; onShow: (shown: Shown) => void };

export function BoardHead({ view, shown, onShow }: Props) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const week = weekOf(shown.day);
  const [first, last] = shown.by === 'week' ? [week[0], week.at(-1)] : [shown.day, shown.day];
  const go = (days: number) => onShow({ ...shown, day: addDays(shown.day, days) });
  const step = shown.by === 'week' ? 7 : 1;
  return (
    <div className={styles['head']}>
      <div className={styles['turn']}>
        <Button
          label={t('plan.before')}
          disabled={first === undefined || first <= view.round.startsOn}
          onPress={() => go(-step)}
        >
          <ChevronLeft aria-hidden size="1.25em" />
        </Button>
        <h2 aria-live="polite">
          {shown.by === 'day'
            ? formatDay(shown.day, locale)
            : `${formatShortDay(first ?? shown.day, locale)} – ${formatShortDay(last ?? shown.day, locale)}`}
        </h2>
        <Button
          label={t('plan.after')}
          disabled={last === undefined || last >= view.round.deadline}
          onPress={() => go(step)}
        >
          <ChevronRight aria-hidden size="1.25em" />
        </Button>
      </div>
      <SegmentedChoice
        label={t('plan.view')}
        hideLabel
        choices={[
          { value: 'week', label: t('plan.week') },
          { value: 'day', label: t('plan.dayView') },
        ]}
        value={shown.by}
        onChange={(by) => onShow({ ...shown, by })}
      />
    </div>
  );
}
