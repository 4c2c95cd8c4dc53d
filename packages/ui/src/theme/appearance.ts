import { useSyncExternalStore } from 'react';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export const typeSizes = ['standard', 'large', 'largest'] as const;
export type TypeSize = (typeof typeSizes)[number];

/** How this device shows the product; kept on the device, the same for everybody who uses it. */
export type Appearance = { theme: Theme; typeSize: TypeSize };

const storageKey = 'huhudao.appearance';
const standard: Appearance = { theme: 'light', typeSize: 'standard' };
const listeners = new Set<() => void>();
let current: Appearance = standard;

/** Reads the device's choice and puts it on the page; call once before the first paint. */
export function startAppearance(): void {
  current = parse(localStorage.getItem(storageKey));
  darkWanted().addEventListener('change', show);
  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey) return;
    current = parse(event.newValue);
    show();
  });
  show();
}

export function changeAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change };
  localStorage.setItem(storageKey, JSON.stringify(current));
  show();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(): void {
  const { theme, typeSize } = current;
  const dark = theme === 'dark' || (theme === 'system' && darkWanted().matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  document.documentElement.dataset['type'] = typeSize;
  for (const listener of listeners) listener();
}

function darkWanted(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function parse(stored: string | null): Appearance {
  if (stored === null) return standard;
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null) return standard;
    const { theme, typeSize } = value as Record<keyof Appearance, unknown>;
    return {
      theme: themes.find((known) => known === theme) ?? standard.theme,
      typeSize: typeSizes.find((known) => known === typeSize) ?? standard.typeSize,
    };
  } catch {
    return standard;
  }
}
