import fs from 'node:fs';

/** Deletes a folder of profiles. A Chromium that was closed or killed may still write a last file into one. */
export function removeProfiles(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
