/** What a plan is suggested from besides doors and plans: how fast teams are, and when somebody is home. */
import type { Transaction } from '@huhudao/db';
import {
  addDays,
  cellOf,
  partOfTime,
  teamPaces,
  type ContactCell,
  type ContactTally,
  type TallyLevel,
} from '@huhudao/domain';
import type { PulledPlanning } from '@huhudao/protocol';
import * as queries from './pull-planning.queries.ts';
import type { PullScope } from './pull.queries.ts';

/** Whom somebody met half a year ago says something about when people are home; how fast a team was then, little. */
const days = { contacts: 180, paces: 60 };

type Named = readonly { id: string }[];
type Planning = { scope: PullScope; stairwells: Named; teams: Named; today: string };

/** `stairwells` and `teams`: those that are pulled. `today`: a Shanghai date. */
export async function readPlanning(
  tx: Transaction,
  streetId: string,
  { scope, stairwells, teams, today }: Planning,
): Promise<PulledPlanning> {
  const [contacts, visits] = await Promise.all([
    queries.listContacts(tx, streetId, scope, addDays(today, -days.contacts)),
    queries.listPaceVisits(tx, streetId, scope, addDays(today, -days.paces)),
  ]);
  const teamIds = teams.map(({ id }) => id);
  const paces = [...teamPaces(visits, teamIds)].map(([teamId, pace]) => ({ teamId, ...pace }));
  return { day: today, paces, contacts: countContacts(contacts, new Set(stairwells.map(({ id }) => id))) };
}

type Cells = NonNullable<ReturnType<ContactTally[TallyLevel]['get']>>;
type Counted = PulledPlanning['contacts'][number];

/** By stairwell in reach, and by community as a whole. */
function countContacts(
  rows: readonly queries.ContactCountRow[],
  inReach: ReadonlySet<string>,
): PulledPlanning['contacts'] {
  const stairwells = new Map<string, Cells>();
  const communities = new Map<string, Cells>();
  for (const row of rows) {
    const cell = cellOf(row.day, partOfTime(row.time));
    if (inReach.has(row.stairwellId)) count(stairwells, row.stairwellId, cell, row);
    count(communities, row.communityId, cell, row);
  }
  const told = (level: Counted['level'], places: ReadonlyMap<string, Cells>): Counted[] =>
    [...places].map(([id, cells]) => ({ level, id, cells }));
  return [...told('stairwell', stairwells), ...told('community', communities)];
}

function count(
  places: Map<string, Cells>,
  id: string,
  cell: ContactCell,
  more: { tries: number; reached: number },
): void {
  const cells = places.get(id) ?? {};
  const { tries, reached } = cells[cell] ?? { tries: 0, reached: 0 };
  cells[cell] = { tries: tries + more.tries, reached: reached + more.reached };
  places.set(id, cells);
}
