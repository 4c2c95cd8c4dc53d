import type { ReactNode } from 'react';
import { Label } from 'react-aria-components';
import styles from './choices.module.css';

export type Choice<V extends string> = { value: V; label: ReactNode; description?: ReactNode };

/** What every way to choose is given. */
export type GroupProps<V extends string> = {
  label: ReactNode;
  hideLabel?: boolean;
  choices: readonly Choice<V>[];
};

export function GroupLabel({ label, hide }: { label: ReactNode; hide: boolean | undefined }) {
  return <Label className={hide === true ? 'visually-hidden' : (styles['label'] ?? '')}>{label}</Label>;
}

export const known = <V extends string>(choices: readonly Choice<V>[], value: unknown): V | undefined =>
  choices.find((choice) => choice.value === value)?.value;
