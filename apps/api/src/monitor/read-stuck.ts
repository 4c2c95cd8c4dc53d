import { addDays, conversionRest, dayOf, must, quietTabletDays } from '@huhudao/domain';
import type { StuckView } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import * as queries from './stuck.queries.ts';

const listOf = <Row extends { total: number }, Shown>(rows: readonly Row[], show: (row: Row) => Shown) => ({
  total: rows[0]?.total ?? 0,
  rows: rows.map(show),
});

function doorOf({
  total: _,
  visitedOn: __,
  appointmentDay: ___,
  appointmentFrom: ____,
  ...door
}: queries.StuckDoorRow) {
  return door;
}

/** What does not move in a round, and why. Of people nothing is said: teams, doors and tablets. */
export async function readStuck(deps: Deps, reach: queries.StuckReach): Promise<StuckView> {
  const dataTime = deps.now().toISOString();
  const today = dayOf(dataTime);
  const { sql } = deps;
  const doorsAt = (outcomes: readonly string[], settled: boolean, appointmentBefore: string | null = null) =>
    queries.listDoorsAt(sql, reach, { outcomes, settled, appointmentBefore });
  const quietSince = new Date(Date.parse(dataTime) - quietTabletDays * 86_400_000).toISOString();
  const [withoutTeam, withoutPlan, usedUp, refusals, appointments, tablets] = await Promise.all([
    queries.listWithoutTeam(sql, reach),
    queries.listWithoutPlan(sql, reach, today),
    doorsAt(['notHome', 'noAccess'], true),
    doorsAt(['refused'], false),
    doorsAt(['appointment'], false, today),
    queries.listQuietTablets(sql, reach, quietSince),
  ]);
  return {
    dataTime,
    withoutTeam: listOf(withoutTeam, ({ total: _, ...row }) => row),
    withoutPlan: listOf(withoutPlan, ({ total: _, ...row }) => row),
    usedUp: listOf(usedUp, doorOf),
    refusals: listOf(refusals, (row) => {
      const notBefore = addDays(row.visitedOn, conversionRest);
      return { ...doorOf(row), notBefore, due: notBefore <= today };
    }),
    appointments: listOf(appointments, (row) => ({
      ...doorOf(row),
      day: must(row.appointmentDay, 'the day agreed upon'),
      from: must(row.appointmentFrom, 'the time agreed upon'),
    })),
    tablets: listOf(tablets, ({ total: _, ...row }) => row),
  };
}
