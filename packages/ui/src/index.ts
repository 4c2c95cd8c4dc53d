export * from './dates/format.ts';
export * from './dates/today.ts';
export * from './i18n/index.ts';
export * from './theme/appearance.ts';
