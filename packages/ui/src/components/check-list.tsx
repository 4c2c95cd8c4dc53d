import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { GroupLabel, known, type GroupProps } from './choices.tsx';
import styles from './choices.module.css';

/** Any number of several, as touchable chips. */
export function CheckList<V extends string>(
  props: GroupProps<V> & { values: readonly V[]; onChange: (values: V[]) => void },
) {
  return (
    <CheckboxGroup
      className={styles['list'] ?? ''}
      value={[...props.values]}
      onChange={(values) =>
        props.onChange(
          values.map((value) => known(props.choices, value)).filter((value) => value !== undefined),
        )
      }
    >
      <GroupLabel label={props.label} hide={props.hideLabel} />
      <div className={styles['chips']}>
        {props.choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} className={styles['chip'] ?? ''}>
            <span className={styles['box']} aria-hidden />
            {choice.label}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
