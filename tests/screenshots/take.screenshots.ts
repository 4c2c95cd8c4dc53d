/**
 * Takes pictures of every screen at its sizes, in both languages, into tests/.artifacts/screenshots, and looks at each
 * page for what a picture does not show. `npm run screenshots -- office/round tablet en` takes those whose names begin
 * so, in English; `npm run screenshots -- readme` writes the pictures of the README files.
 */
import { launchBrowser } from '@huhudao/testkit/browser';
import { locales } from '@huhudao/protocol';
import { startDemonstration, startEmpty } from './demonstration.ts';
import { faults } from './faults.ts';
import { findPlaces } from './places.ts';
import { takeReadme } from './readme.ts';
import type { Session } from './session.ts';
import { takeOffice } from './take-office.ts';
import { foreignName, takeFirstStart, takeSignIn } from './take-start.ts';
import { takeTablet } from './take-tablet.ts';

const asked = process.argv.slice(2);
const languages = locales.filter((locale) => asked.includes(locale));
const names = asked.filter((argument) => !locales.some((locale) => locale === argument));
const isWanted = (name: string) => names.length === 0 || names.some((start) => name.startsWith(start));
const wants = (part: string) => isWanted(part) || names.some((name) => name.startsWith(part));

const product = await startDemonstration();
const browser = await launchBrowser([`--host-resolver-rules=MAP ${foreignName} 127.0.0.1`]);
try {
  const { origin } = product;
  const session: Session = {
    browser,
    origin,
    isWanted,
    wants,
    locales: languages.length === 0 ? locales : languages,
    places: await findPlaces(origin),
  };
  if (names.includes('readme')) await takeReadme(session);
  if (wants('start') || wants('tablet/insecure')) {
    const empty = await startEmpty();
    await takeFirstStart(session, empty);
    await empty.stop();
  }
  if (wants('office/sign-in') || wants('tablet/sign-in') || wants('tablet/first-pull'))
    await takeSignIn(session);
  if (wants('office')) await takeOffice(session);
  if (wants('tablet')) await takeTablet(session);
} finally {
  await browser.close();
  await product.stop();
}
const report = faults.report();
console.log(report.length === 0 ? 'every screen is well' : report.join('\n'));
process.exitCode = report.length === 0 ? 0 : 1;
