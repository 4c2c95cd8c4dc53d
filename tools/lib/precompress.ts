import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What compresses; pictures and fonts are compressed already. */
const compressible = new Set(['.css', '.html', '.js', '.mjs', '.json', '.svg', '.webmanifest']);

/** Nearly as small as the highest, eleven, in an eighth of its time. */
const quality = 9;

/**
 * Puts each file of a built app beside itself once more, compressed: smaller than a server would make it while somebody
 * waits, and without its work at every request.
 */
export function precompress(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || !compressible.has(path.extname(file))) continue;
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    );
    fs.writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}
