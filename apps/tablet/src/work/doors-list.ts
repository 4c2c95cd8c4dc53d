import type { Door, RoundView, StairwellView } from './round-view.ts';

export const doorFilters = ['all', 'open', 'appointment', 'revisit', 'attemptsLeft'] as const;
export type DoorFilter = (typeof doorFilters)[number];

/** Tried before, nobody settled it, and another attempt is wanted. */
const hasAttemptsLeft = (door: Door): boolean =>
  door.standing.attempts > 0 && !door.standing.settled && door.state !== 'appointment';

const passes: Record<DoorFilter, (door: Door) => boolean> = {
  all: () => true,
  open: (door) => door.standing.attempts === 0 && !door.standing.settled,
  appointment: (door) => door.standing.appointment !== null,
  revisit: (door) => door.state === 'revisit',
  attemptsLeft: hasAttemptsLeft,
};

/** Room, name and pinyin initials: `zjh` finds 张建华, `902` finds room 902. */
export function matches(door: Door, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const { room, residentName, initials } = door.household;
  return [room, residentName, initials].some((text) => text?.toLowerCase().includes(wanted) === true);
}

/** The stairwells with only the doors that pass; stairwells without one are left out. */
export function pick(view: RoundView, filter: DoorFilter, search: string): StairwellView[] {
  return view.stairwells.flatMap((stairwell) => {
    const doors = stairwell.doors.filter((door) => passes[filter](door) && matches(door, search));
    return doors.length === 0 ? [] : [{ ...stairwell, doors }];
  });
}

export function countsOf(view: RoundView): Record<DoorFilter, number> & { settled: number } {
  const doors = view.stairwells.flatMap((stairwell) => stairwell.doors);
  const count = (filter: DoorFilter) => doors.filter(passes[filter]).length;
  return {
    all: doors.length,
    open: count('open'),
    appointment: count('appointment'),
    revisit: count('revisit'),
    attemptsLeft: count('attemptsLeft'),
    settled: doors.filter((door) => door.standing.settled).length,
  };
}

export type AppointmentEntry = {
  stairwell: StairwellView['stairwell'];
  door: Door;
  day: string;
  from: string;
  until: string;
};

/** Appointments up to a day, overdue ones included, in the order they are due: they come before everything else. */
export function appointmentsUntil(view: RoundView, lastDay: string): AppointmentEntry[] {
  const entries = view.stairwells.flatMap(({ stairwell, doors }) =>
    doors.flatMap((door) => {
      const { appointment } = door.standing;
      return appointment === null || appointment.day > lastDay ? [] : [{ stairwell, door, ...appointment }];
    }),
  );
  return entries.toSorted((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1));
}
