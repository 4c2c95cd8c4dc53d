import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { known, type GroupProps } from './choices.tsx';
import styles from './choices.module.css';

/** One of two or three short words, side by side. */
export function SegmentedChoice<V extends string>(
  props: GroupProps<V> & { value: V; onChange: (value: V) => void },
) {
  return (
    <div className={styles['segmented']}>
      {props.hideLabel !== true && <span className={styles['label']}>{props.label}</span>}
      <ToggleButtonGroup
        className={styles['segments'] ?? ''}
        aria-label={typeof props.label === 'string' ? props.label : ''}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[props.value]}
        onSelectionChange={(keys) => {
          const chosen = known(props.choices, [...keys][0]);
          if (chosen !== undefined) props.onChange(chosen);
        }}
      >
        {props.choices.map((choice) => (
          <ToggleButton key={choice.value} id={choice.value} className={styles['segment'] ?? ''}>
            {choice.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
