import type { DoorState } from './door-state.ts';
import styles from './door-state-icon.module.css';
import '../../generated/door-icons.css';

/** The icon of a door's state; always beside its word, so it is nothing to screen readers. */
export function DoorStateIcon({ state }: { state: DoorState }) {
  return <span className={styles['icon']} style={{ backgroundImage: `var(--door-icon-${state})` }} />;
}
