import type { ReactNode } from 'react';
import {
  Checkbox,
  CheckboxGroup,
  Label,
  Radio,
  RadioGroup,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import styles from './choices.module.css';

export type Choice<V extends string> = { value: V; label: ReactNode; description?: ReactNode };

type GroupProps<V extends string> = { label: ReactNode; hideLabel?: boolean; choices: readonly Choice<V>[] };

function GroupLabel({ label, hide }: { label: ReactNode; hide: boolean | undefined }) {
  return <Label className={hide === true ? 'visually-hidden' : (styles['label'] ?? '')}>{label}</Label>;
}

const known = <V extends string>(choices: readonly Choice<V>[], value: unknown): V | undefined =>
  choices.find((choice) => choice.value === value)?.value;

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
