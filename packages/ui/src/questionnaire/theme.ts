import type { ITheme } from 'survey-core';

/** SurveyJS in the product's look: its variables are set from our tokens, so that it follows type size and theme. */
export const theme: ITheme = {
  themeName: 'default',
  colorPalette: 'light',
  isPanelless: true,
  cssVariables: {
    '--sjs2-base-unit-size': '0.5rem',
    '--sjs2-base-unit-spacing': '0.5rem',
    '--sjs2-base-unit-font-size': '0.5625rem',
    '--sjs2-base-unit-line-height': '0.5625rem',
    '--sjs2-base-unit-radius': '0.5rem',
    '--sjs2-typography-font-family-text': 'var(--font)',
    '--sjs2-color-project-brand-600': 'var(--accent)',
    '--sjs2-color-project-brand-700': 'var(--accent-strong)',
    '--sjs2-color-fg-brand-on-primary': 'var(--on-accent)',
    '--sjs2-color-fg-basic-primary': 'var(--ink)',
    '--sjs2-color-fg-basic-secondary': 'var(--ink-quiet)',
    '--sjs2-color-bg-basic-primary': 'var(--surface)',
    '--sjs2-color-bg-basic-primary-dim': 'var(--none-tint)',
    '--sjs2-color-bg-basic-secondary': 'var(--none-tint)',
    '--sjs2-color-bg-basic-secondary-dim': 'var(--line)',
    '--sjs2-color-bg-basic-tertiary': 'var(--line)',
    '--sjs2-color-bg-basic-tertiary-dim': 'var(--line)',
    '--sjs2-color-bg-alert-secondary': 'var(--back-tint)',
    '--sjs2-color-fg-alert-primary': 'var(--back)',
    '--sjs2-color-border-alert-primary': 'var(--back)',
    '--sjs2-color-border-basic-secondary': 'var(--line-strong)',
    '--sjs2-color-utility-body': 'transparent',
    '--sjs2-color-utility-surface-survey': 'transparent',
  },
};
