/** Tablets with a disk of their own, which lose power as real ones do. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { killProfile, openProfile, removeProfiles } from '@huhudao/testkit/browser';

const screen = { viewport: { width: 1280, height: 800 }, hasTouch: true };

export class Tablets {
  readonly #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-tablets-'));
  readonly #profiles: string[] = [];

  /** A tablet of its own for each test. */
  take(name: string) {
    const profile = path.join(this.#folder, name);
    this.#profiles.push(profile);
    return {
      /** The folder of its disk. */
      profile,
      switchOn: (options: { offline?: boolean } = {}): Promise<BrowserContext> =>
        openProfile(profile, { ...screen, ...options }),
      runOut: () => killProfile(profile),
    };
  }

  async close(): Promise<void> {
    for (const profile of this.#profiles) await killProfile(profile).catch(() => undefined);
    removeProfiles(this.#folder);
  }
}
