import { useTranslation } from 'react-i18next';
import { doorsThatFit, type Pace, type TimeWindow } from '@huhudao/domain';
import styles from './plan.module.css';
import { usePaceWords } from './plan-words.ts';

/** How many doors fit a window, how many are left, and from what that is known. */
export function Capacity({ pace, window, left }: { pace: Pace; window: TimeWindow; left: number }) {
  const { t } = useTranslation('tablet');
  const words = usePaceWords();
  return (
    <p>
      {t('plan.fits', { fit: doorsThatFit(pace.doorsPerHour, window), left })}
      <span className={styles['basis']}>{words(pace)}</span>
    </p>
  );
}
