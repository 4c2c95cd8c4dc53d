import type { MouseEvent, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './button.module.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'normal' | 'large';

type ButtonProps = {
  children: ReactNode;
  onPress?: () => void;
  look?: Look;
  size?: Size;
  /** Takes the whole width it is given. */
  wide?: boolean;
  icon?: ReactNode;
  /** Needed where the button shows an icon only. */
  label?: string;
  disabled?: boolean;
  /** What it started is still going on; pressing again does nothing. */
  pending?: boolean;
  submits?: boolean;
  autoFocus?: boolean;
};

export function Button(props: ButtonProps) {
  const { look = 'secondary', size = 'normal' } = props;
  return (
    <AriaButton
      className={styles['button'] ?? ''}
      data-look={look}
      data-size={size}
      data-wide={props.wide === true || undefined}
      type={props.submits === true ? 'submit' : 'button'}
      isDisabled={props.disabled === true}
      data-pending={props.pending === true || undefined}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.onPress === undefined || props.pending === true ? {} : { onPress: props.onPress })}
    >
      {props.icon}
      {props.children}
    </AriaButton>
  );
}

type LinkButtonProps = {
  href: string;
  children: ReactNode;
  look?: Look;
  size?: Size;
  wide?: boolean;
  icon?: ReactNode;
  current?: boolean;
  onClick?: (event: MouseEvent<HTMLAnchorElement>) => void;
};

/** A place to go that looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a
      className={styles['button']}
      href={props.href}
      data-look={props.look ?? 'secondary'}
      data-size={props.size ?? 'normal'}
      data-wide={props.wide === true || undefined}
      onClick={props.onClick}
    >
      {props.icon}
      {props.children}
    </a>
  );
}
