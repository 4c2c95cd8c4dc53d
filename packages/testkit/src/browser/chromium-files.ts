import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import tar from 'tar-fs';
import { writeFontConfiguration } from './fonts.ts';

/** A Chromium to run: the program, and what its environment must hold beside the usual. */
export type Chromium = { program: string; env: Record<string, string> };

const require = createRequire(import.meta.url);
const cacheFolder = path.join(import.meta.dirname, '../../../../node_modules/.cache');

/**
 * The Chromium of the tests: the one `CHROMIUM_PATH` names, or the one out of `@sparticuz/chromium`,
 * unpacked once together with the libraries and the Chinese font that a bare machine lacks.
 */
export async function provideChromium(): Promise<Chromium> {
  const installed = process.env['CHROMIUM_PATH'];
  if (installed) return { program: installed, env: {} };
  const packed = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..', 'bin');
  const folder = path.join(cacheFolder, `chromium-${readVersion(packed)}`);
  if (!fs.existsSync(folder)) await unpackOnce(packed, folder);
  const env = { FONTCONFIG_FILE: writeFontConfiguration(folder), LD_LIBRARY_PATH: path.join(folder, 'lib') };
  return { program: path.join(folder, 'chromium'), env };
}

function readVersion(packed: string): string {
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(packed, '../package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('the manifest of @sparticuz/chromium names no version');
}

/** Unpacks beside the final place and renames, so that another process never sees half a browser. */
async function unpackOnce(packed: string, folder: string): Promise<void> {
  const side = `${folder}-${randomBytes(4).toString('hex')}`;
  fs.mkdirSync(side, { recursive: true });
  const unpack = (name: string, target: NodeJS.WritableStream) =>
    pipeline(fs.createReadStream(path.join(packed, name)), zlib.createBrotliDecompress(), target);
  await Promise.all([
    unpack('chromium.br', fs.createWriteStream(path.join(side, 'chromium'), { mode: 0o755 })),
    unpack('al2023.tar.br', tar.extract(side)),
    unpack('swiftshader.tar.br', tar.extract(side)),
  ]);
  try {
    fs.renameSync(side, folder);
  } catch (error) {
    fs.rmSync(side, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
}
