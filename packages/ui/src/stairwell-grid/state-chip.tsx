import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorStateIcon } from './door-state-icon.tsx';
import { toneOfDoorState, type DoorState, type Tone } from './door-state.ts';
import styles from './state-chip.module.css';

/** A door's state as icon, colour and word; `children` add to the word (`不在家 2/3`). */
export function StateChip({ state, children }: { state: DoorState; children?: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <Chip tone={toneOfDoorState[state]} icon={<DoorStateIcon state={state} />}>
      {t(`doorState.${state}`)}
      {children}
    </Chip>
  );
}

/** A short fact in a colour family; the word says it, icon and colour help. */
export function Chip({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={styles['chip']} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
