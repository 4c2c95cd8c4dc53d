import styles from './progress-bar.module.css';

/** How much of something is done, `value` of `of`; the numbers themselves stand beside it. */
export function ProgressBar({ label, value, of }: { label: string; value: number; of: number }) {
  const percent = Math.round((100 * value) / Math.max(1, of));
  return (
    <div
      className={styles['track']}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span className={styles['bar']} style={{ width: `${percent}%` }} />
    </div>
  );
}
