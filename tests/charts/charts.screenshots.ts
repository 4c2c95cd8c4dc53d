/**
 * Takes pictures of every chart, in both languages, as on the screen and beside it as printed without colour, into
 * tests/.artifacts/charts. `npm run screenshots -- charts funnel levels` takes those of these names.
 */
import fs from 'node:fs';
import path from 'node:path';
import { locales } from '@huhudao/protocol';
import { launchBrowser } from '@huhudao/testkit/browser';
import { svgOf } from '../../apps/office/src/parts/charts/echarts.ts';
import type { Tokens } from '../../apps/office/src/parts/tokens.ts';
import { root } from '../../tools/lib/root.ts';
import { cases, picturesOf } from './pictures.ts';

/** What lies below is more of the same. */
const tallest = 2000;
const names = process.argv.slice(2);
const folder = path.join(root, 'tests', '.artifacts', 'charts');
const look = readLook();

fs.rmSync(folder, { recursive: true, force: true });
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const locale of locales) {
    for (const one of cases) {
      for (const { name, width, height, option } of picturesOf(one, { tokens: look, locale })) {
        if (option === null || (names.length > 0 && !names.includes(name))) continue;
        const svg = svgOf({ ...option, backgroundColor: look.surface }, { width, height });
        await page.setViewportSize({ width: 2 * width + 16, height: Math.min(height, tallest) });
        await page.setContent(
          `<body style="margin:0;display:flex;gap:16px">${svg}<div style="filter:grayscale(1)">${svg}</div>`,
        );
        const file = path.join(folder, locale, `${name}-${one.name}.png`);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        await page.screenshot({ path: file });
      }
    }
  }
} finally {
  await browser.close();
}

/** The light look, as the style sheet has it. */
function readLook(): Tokens {
  const sheet = fs.readFileSync(path.join(root, 'packages/ui/src/theme/tokens.css'), 'utf8');
  const [light = ''] = sheet.split("[data-theme='dark']");
  const values = [...light.matchAll(/--([\w-]+):\s*(#\w+);/g)].map(([, name, value]) => [name, value]);
  return Object.fromEntries(values) as Tokens;
}
