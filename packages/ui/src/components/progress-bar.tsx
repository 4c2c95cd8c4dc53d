import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './progress-bar.module.css';

/** How much of something is done, `value` of `of`; the numbers themselves stand beside it. */
export function ProgressBar({ label, value, of }: { label: string; value: number; of: number }) {
  return (
    <AriaProgressBar
      className={styles['track'] ?? ''}
      aria-label={label}
      value={value}
      maxValue={Math.max(1, of)}
    >
      {({ percentage }) => <span className={styles['bar']} style={{ width: `${percentage ?? 0}%` }} />}
    </AriaProgressBar>
  );
}
