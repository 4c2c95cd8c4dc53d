import { Radio, RadioGroup } from 'react-aria-components';
import { GroupLabel, known, type GroupProps } from './choices.tsx';
import styles from './choices.module.css';

/** One of a few, each with a sentence of its own: big enough to be read at arm's length. */
export function RadioCards<V extends string>(
  props: GroupProps<V> & { value: V | null; onChange: (value: V) => void },
) {
  return (
    <RadioGroup
      className={styles['cards'] ?? ''}
      value={props.value}
      onChange={(value) => {
        const chosen = known(props.choices, value);
        if (chosen !== undefined) props.onChange(chosen);
      }}
    >
      <GroupLabel label={props.label} hide={props.hideLabel} />
      {props.choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className={styles['card'] ?? ''}>
          <span className={styles['dot']} aria-hidden />
          <span>
            <span className={styles['name']}>{choice.label}</span>
            {choice.description !== undefined && (
              <span className={styles['description']}>{choice.description}</span>
            )}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
