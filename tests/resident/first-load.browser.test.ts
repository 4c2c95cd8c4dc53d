import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLoad, sumOf } from '../tablet/first-load.ts';
import { openPhoneStand, type PhoneStand } from './phone-stand.ts';

/** The questionnaire engine is most of it; over a weak mobile network (1 Mbit/s) that is five seconds. */
const mostBytes = 600_000;

let stand: PhoneStand;

beforeAll(async () => {
  stand = await openPhoneStand();
});
afterAll(() => stand.stand.close());

test('what a phone fetches until it can answer without a network stays under 600 kB, and a new one fetches nothing for old ones', async () => {
  const link = await stand.link(await stand.openRound(), stand.nextDoor());
  const loaded = await firstLoad(link, (page) => page.getByText('匿名', { exact: true }).waitFor());
  const files = loaded.map(({ file }) => file);
  expect(files).toContainEqual(expect.stringContaining('questionnaire'));
  expect(files).not.toContainEqual(expect.stringContaining('polyfills'));
  expect(sumOf(loaded)).toBeLessThanOrEqual(mostBytes);
});
