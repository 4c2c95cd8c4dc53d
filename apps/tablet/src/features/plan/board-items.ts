import { addDays, clashesOf, type Clash, type PlannedSlot, type SuggestedSlot } from '@huhudao/domain';
import { leftIn, slotOf, type PlanBook } from '../../work/plan-book.ts';
import type { PlannedVisit } from '../../work/plans.ts';

/** A slot as the calendar shows it: planned, or only suggested so far. */
export type BoardItem = {
  slot: PlannedSlot;
  plan: PlannedVisit | undefined;
  suggested: SuggestedSlot | undefined;
  clashes: readonly Clash[];
  left: number;
};

/** The slots of a day that are shown, and how many more there are. */
export type DayItems = { items: readonly BoardItem[]; more: number };

/** The slots of some days in order of time, as many as `most`, each with what clashes with it. */
export function itemsOn(
  book: PlanBook,
  days: readonly string[],
  suggestion: readonly SuggestedSlot[],
  most = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, DayItems> {
  const standing = Map.groupBy([...book.standing, ...suggestion], ({ day }) => day);
  return new Map(
    days.map((day) => {
      const others = standing.get(day) ?? [];
      const planned = book.plans
        .filter((plan) => plan.day === day)
        .map((plan) => ({ slot: slotOf(plan), plan, suggested: undefined }));
      const suggested = suggestion
        .filter((slot) => slot.day === day)
        .map((slot) => ({ slot, plan: undefined, suggested: slot }));
      const all = [...planned, ...suggested].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
      const items = all.slice(0, most).map((one): BoardItem => ({
        ...one,
        clashes: clashesOf(one.slot, others, book.facts),
        left: leftIn(book.stairwells.get(one.slot.stairwellId)),
      }));
      return [day, { items, more: all.length - items.length }];
    }),
  );
}

const orderOf = ({ slot: { from, id } }: Pick<BoardItem, 'slot'>): string => `${from} ${id}`;

/** The seven days from Monday on around a day. */
export function weekOf(day: string): string[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, index) => addDays(day, index - weekday));
}
