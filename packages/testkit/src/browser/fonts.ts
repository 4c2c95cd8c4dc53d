import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Noto Sans for simplified Chinese, under the SIL Open Font License 1.1; the name its files carry. */
const family = 'Noto Sans S Chinese';

/** What our style sheets ask for on the machines of offices, and what a page gets that asks for nothing. */
const standsFor = [
  'sans-serif',
  'serif',
  'monospace',
  'system-ui',
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans SC',
];

/**
 * Writes a fontconfig file into `folder` that knows one font with Chinese letters and no others, and
 * returns its path. Pictures come out the same on every machine.
 */
export function writeFontConfiguration(folder: string): string {
  const fonts = path.join(path.dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
  const aliases = standsFor.map(
    (name) =>
      `<alias binding="same"><family>${name}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  const file = path.join(folder, 'fonts.conf');
  const text = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    `<fontconfig><dir>${fonts}</dir><cachedir>${path.join(folder, 'font-cache')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
  ].join('\n');
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
  return file;
}
