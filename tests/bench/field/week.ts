/** Has the tablet's own code write a week's visits into a profile's store. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { pin } from '../../tablet/pin.ts';

export type Recorded = { visits: number; linked: number; anonymous: number };

export const week = { days: 7, visitsADay: 60 };

/** The page is the tablet's own address, locked. Written by `pages/week.page.ts`. */
export async function recordWeek(page: Page): Promise<Recorded> {
  // In a task of its own: what runs while it is evaluated may do what the page's policy forbids, and finds that out.
  await page.evaluate(`setTimeout(() => {${await bundled('week')}})`);
  await page.waitForFunction(() => 'recordWeek' in globalThis);
  return page.evaluate(
    (given) =>
      (globalThis as unknown as { recordWeek: (week: object) => Promise<Recorded> }).recordWeek(given),
    { ...week, pin },
  );
}

/** One script of a program for the page and all it imports. */
async function bundled(name: string): Promise<string> {
  const entry = path.join(import.meta.dirname, '..', 'pages', `${name}.page.ts`);
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['iife'], name } },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error(`${name} could not be bundled`);
  return output.output[0].code;
}
