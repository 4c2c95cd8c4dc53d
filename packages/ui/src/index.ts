export * from './dates/calendar.ts';
export * from './dates/format.ts';
export * from './i18n/index.ts';
export * from './theme/appearance.ts';
