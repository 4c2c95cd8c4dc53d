import type { Browser } from 'playwright-core';
import type { Locale } from '@huhudao/protocol';
import type { Places } from './places.ts';

/** What every part of the script works with. */
export type Session = {
  browser: Browser;
  origin: string;
  locales: readonly Locale[];
  places: Places;
  /** Whether a picture was asked for, by `<app>/<screen>`. */
  isWanted: (name: string) => boolean;
  /** Whether anything was asked for whose name begins so. */
  wants: (part: string) => boolean;
};
