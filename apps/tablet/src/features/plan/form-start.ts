import { countsOn, type RoundWindow, type TimeWindow } from '@huhudao/domain';
import type { PlanBook } from '../../work/plan-book.ts';

/** What a form begins with. */
export type FormStart = TimeWindow & {
  /** The plan, or the suggested slot, that goes elsewhere. */
  replaces: string | null;
  stairwellIds: readonly string[];
  teamId: string;
  day: string;
};

/** The last window of the day: people are at home in the evening. */
export function newForm(book: PlanBook, stairwellIds: readonly string[], day: string): FormStart {
  const hours = windowsOn(book, day).at(-1) ?? { from: '18:30', until: '20:30' };
  const [first] = stairwellIds;
  const doors = book.stairwells.get(first ?? '')?.doors ?? [];
  const told = book.doors();
  const holder = doors.flatMap(({ household }) => told.get(household.id)?.assignment.teamId ?? [])[0];
  const team = book.teams.find(({ id }) => id === holder) ?? book.teams[0];
  return {
    ...{ replaces: null, stairwellIds, day, teamId: team?.id ?? '' },
    ...{ from: hours.from, until: hours.until },
  };
}

/** The windows of the round on a day, in order. */
export const windowsOn = ({ view }: PlanBook, day: string): RoundWindow[] =>
  view.round.windows.filter((window) => countsOn(window, day)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
