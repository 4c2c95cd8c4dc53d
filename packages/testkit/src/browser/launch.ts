import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { provideChromium } from './chromium-files.ts';

/** Containers forbid Chromium's own sandbox; the rest keeps it from calling home. */
const launchArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A person in Shanghai who reads Chinese. */
export const chinese: BrowserContextOptions = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

/** Starts the Chromium of the tests, with further command-line arguments. Its contexts forget everything when closed. */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const options = await launchOptions();
  return await chromium.launch({ ...options, args: [...options.args, ...further] });
}

/**
 * Opens Chromium on a profile folder, which keeps its storage and service workers over restarts and over
 * `killProfile`: a tablet that is switched off and on again.
 */
export async function openProfile(
  folder: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(folder, {
    ...(await launchOptions()),
    ...chinese,
    ...options,
  });
}

async function launchOptions(): Promise<{
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}> {
  const { program, env } = await provideChromium();
  return { executablePath: program, args: launchArguments, env: { ...environment(), ...env } };
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
