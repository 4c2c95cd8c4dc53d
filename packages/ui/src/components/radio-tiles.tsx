import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { GroupLabel, known, type Choice, type GroupProps } from './choices.tsx';
import styles from './choices.module.css';

export type Tile<V extends string> = Choice<V> & { icon: ReactNode };

/** One of many, each with a picture: big enough to be found without reading. */
export function RadioTiles<V extends string>(
  props: Omit<GroupProps<V>, 'choices'> & {
    choices: readonly Tile<V>[];
    value: V | null;
    onChange: (value: V) => void;
  },
) {
  return (
    <RadioGroup
      className={styles['list'] ?? ''}
      value={props.value}
      onChange={(value) => {
        const chosen = known(props.choices, value);
        if (chosen !== undefined) props.onChange(chosen);
      }}
    >
      <GroupLabel label={props.label} hide={props.hideLabel} />
      <div className={styles['tiles']}>
        {props.choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={styles['tile'] ?? ''}>
            {choice.icon}
            <span>{choice.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
