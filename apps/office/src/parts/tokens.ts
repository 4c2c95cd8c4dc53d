import { useMemo } from 'react';
import { useAppearance } from '@huhudao/ui';

const names = [
  'ink',
  'ink-quiet',
  'ink-faint',
  'line',
  'line-strong',
  'ground',
  'surface',
  'surface-raised',
  'accent',
  'on-accent',
  'accent-tint',
  'accent-line',
  'done',
  'done-tint',
  'done-line',
  'wait',
  'wait-tint',
  'wait-line',
  'back',
  'back-tint',
  'back-line',
  'stop',
  'none-tint',
  'font',
] as const;

/** The product's look as the style sheet has it, for what is not styled by a style sheet: antd's theme and charts. */
export type Tokens = Record<(typeof names)[number], string>;

function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const entries = names.map((name) => [name, read(name)] as const);
  return Object.fromEntries(entries) as Tokens;
}

export type Look = { tokens: Tokens; dark: boolean };

/** Read again when somebody changes between light and dark. */
export function useLook(): Look {
  const appearance = useAppearance();
  return useMemo(() => {
    const dark = document.documentElement.dataset['theme'] === 'dark';
    return { tokens: readTokens(), dark, appearance };
  }, [appearance]);
}
