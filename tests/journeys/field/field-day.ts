/** A day of visiting: doors worked by touch on a tablet in the hand, or by the app's own code without its screen. */
import { expect } from 'vitest';
import { must } from '@huhudao/domain';
import type { Definition } from '@huhudao/questionnaire';
import type { Answered, Encounter } from '../story/encounter.ts';
import type { Flagged } from '../story/script.ts';
import type { FieldDoor, FieldTablet } from './field-tablet.ts';
import { unlockAgain } from '../../tablet/pin.ts';
import type { Ledger } from '../recount/ledger.ts';
import type { Tablet } from './tablet-in-hand.ts';
import {
  answerPages,
  beginAnswering,
  finish,
  openDoor,
  pageShown,
  visitByTouch,
  type Place,
} from './tablet-visit.ts';

/** A door with what happens there. */
export type Attempt = { roundId: string; door: FieldDoor; encounter: Encounter };

/** One encounter a door, in walking order. */
export function attemptsOf(
  roundId: string,
  doors: readonly FieldDoor[],
  encounters: readonly Encounter[],
): Attempt[] {
  expect(doors.length).toBe(encounters.length);
  return doors.map((door, index) => ({ roundId, door, encounter: must(encounters[index], 'an encounter') }));
}

/** Works doors through the app's own code. */
export async function workByCode(
  tablet: FieldTablet,
  attempts: readonly Attempt[],
  ledger: Ledger,
): Promise<void> {
  for (const { roundId, door, encounter } of attempts) {
    await tablet.visit(roundId, door, encounter);
    enter(ledger, { roundId, door, encounter });
  }
}

/**
 * Works doors by touch. In the middle of the second conversation the page is reloaded, in the middle of the third the
 * battery is lost: both go on where they were.
 */
export async function workByTouch(
  tablet: Tablet,
  attempts: readonly Attempt[],
  form: Definition,
  ledger: Ledger,
): Promise<void> {
  const disturbances = [undefined, reload, loseBattery];
  for (const attempt of attempts) {
    const { door, encounter } = attempt;
    const disturb = encounter.kind === 'answered' ? disturbances.shift() : undefined;
    if (disturb === undefined || encounter.kind !== 'answered')
      await visitByTouch(tablet.page, door.place, encounter, form);
    else await visitDisturbed(tablet, door.place, encounter, form, disturb);
    enter(ledger, attempt);
  }
}

type Disturb = (tablet: Tablet, place: Place) => Promise<void>;

/** The page is loaded anew, without a network: it opens where the resident was. */
const reload: Disturb = async ({ page }) => {
  await page.reload();
  await unlockAgain(page);
};

/** The tablet goes dark; once it is on again and unlocked, the visit goes on. */
const loseBattery: Disturb = async (tablet, place) => {
  await tablet.loseBattery();
  const { page } = tablet;
  await unlockAgain(page);
  const stop = page.getByRole('button', { name: '停下' });
  await stop
    .or(page.getByRole('navigation', { name: '主要页面' }))
    .first()
    .waitFor();
  // In the resident's hands it is where it was; the worker finds it by the door.
  if (await stop.isVisible()) return;
  await openDoor(page, place);
  await page.getByRole('link', { name: '继续走访' }).tap();
};

/**
 * Four pages of five are answered. What was being written when the page or the power went may be asked again; what was
 * said before that never is.
 */
async function visitDisturbed(
  tablet: Tablet,
  place: Place,
  answered: Answered,
  form: Definition,
  disturb: Disturb,
): Promise<void> {
  await openDoor(tablet.page, place);
  await beginAnswering(tablet.page, answered);
  await answerPages(tablet.page, form, answered.answers, { until: 4 });
  await disturb(tablet, place);
  const first = await pageShown(tablet.page, form);
  expect(first).toBeGreaterThanOrEqual(2);
  await answerPages(tablet.page, form, answered.answers, { first });
  await finish(tablet.page, answered);
}

/** Visits leave first, anonymous responses minutes later and apart from them. */
export async function sendEverything(tablet: FieldTablet): Promise<void> {
  expect(await tablet.sync()).toMatchObject({ result: 'done' });
  tablet.pass(6);
  expect(await tablet.endShift()).toMatchObject({ result: 'done' });
  expect(await tablet.everythingReached()).toBe(true);
}

function enter(ledger: Ledger, { roundId, door, encounter }: Attempt): void {
  const { id: householdId } = door.door.household;
  ledger.add({ roundId, communityId: door.communityId, householdId, encounter });
}

/** The households at the doors that a script flags, each with its reason. */
export function flaggedBy(flagged: Flagged, attempts: readonly Attempt[]): string[] {
  return Object.entries(flagged).flatMap(([reason, numbers]) =>
    numbers.map((number) => {
      const { door } = must(attempts[number - 1], `door ${number}`).door;
      return `${door.household.id} ${reason}`;
    }),
  );
}
