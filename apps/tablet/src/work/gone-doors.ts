import type { GoneDoor } from '../local/gone-doors.ts';
import type { OwnWork } from './own-work.ts';

/** Doors of one stairwell that went to the same team. */
export type GoneGroup = { doors: readonly GoneDoor[]; teamName: string | null };

/** What became of the worker's own work at doors that are not theirs any more; each door stands in one list or two. */
export type KeptWork = {
  /** The visit has not reached the office. */
  unsent: readonly GoneDoor[];
  /** It has, and counts. */
  sent: readonly GoneDoor[];
  /** It has, and another team's visit stands beside it. */
  parallel: readonly GoneDoor[];
  /** A visit that is still being written. */
  draft: readonly GoneDoor[];
};

/** By stairwell and team, doors by their room. */
export function goneGroups(doors: readonly GoneDoor[]): GoneGroup[] {
  const byRoom = doors.toSorted((a, b) => ((a.place.room ?? '') < (b.place.room ?? '') ? -1 : 1));
  const groups = Map.groupBy(byRoom, ({ stairwellId, teamName }) => `${stairwellId} ${teamName ?? ''}`);
  return [...groups.values()].flatMap((group) =>
    group[0] === undefined ? [] : [{ doors: group, teamName: group[0].teamName }],
  );
}

/** What was recorded at these doors, and where it is. */
export function keptWork(doors: readonly GoneDoor[], work: OwnWork): KeptWork {
  const held = work.held.flatMap((one) => one.work.local.own);
  const visits = [...work.own, ...held].flatMap((one) => (one.kind === 'visit' ? [one] : []));
  const parallel = new Set(work.records.flatMap(({ id, state }) => (state === 'parallel' ? [id] : [])));
  const visitsAt = (door: GoneDoor) => visits.filter((visit) => sameDoor(visit, door));
  return {
    unsent: doors.filter((door) => visitsAt(door).some(({ id }) => !work.confirmed.has(id))),
    sent: doors.filter((door) =>
      visitsAt(door).some(({ id }) => work.confirmed.has(id) && !parallel.has(id)),
    ),
    parallel: doors.filter((door) => visitsAt(door).some(({ id }) => parallel.has(id))),
    draft: doors.filter((door) => work.drafts.some((draft) => sameDoor(draft, door))),
  };
}

type At = Pick<GoneDoor, 'roundId' | 'householdId'>;

const sameDoor = (a: At, b: At): boolean => a.roundId === b.roundId && a.householdId === b.householdId;
