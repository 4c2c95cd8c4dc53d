import { estimateFor, type ContactTally } from '../contact-times.ts';
import { isAfterWork, type ContactCell } from '../contact-cells.ts';
import type { Filling } from './fill-slot.ts';
import type { SlotReason, SuggestedStairwell } from './request.ts';

/** Why these doors at this time: each door is counted in exactly one reason that has `doors`. */
export function reasonsOf(
  { taken }: Filling,
  cell: ContactCell,
  stairwell: SuggestedStairwell,
  contacts: ContactTally,
): SlotReason[] {
  const doors = new Map<
    Exclude<SlotReason, { code: 'timeOfDay' | 'walkingOrder' | 'helping' }>['code'],
    number
  >();
  for (const { need, householdIds } of taken) {
    const mornings = need.cause === 'again' && need.afterMornings && isAfterWork(cell);
    const code = mornings ? 'emptyWeekdayMornings' : need.cause;
    doors.set(code, (doors.get(code) ?? 0) + householdIds.length);
  }
  const reasons: SlotReason[] = [...doors].map(([code, count]) => ({ code, doors: count }));
  const place = { stairwellId: stairwell.id, communityId: stairwell.communityId };
  const estimate = estimateFor(contacts, place, cell);
  const callback = taken.some(({ need }) => need.cause !== 'first');
  if (callback && estimate !== undefined) reasons.push({ code: 'timeOfDay', estimate });
  return reasons;
}
