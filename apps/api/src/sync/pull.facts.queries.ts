/** What the tests of the pull change in the database. */
import type { Sql, Transaction } from '@huhudao/db';
import type { RoundWindow } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';

export const appointSteward = (
  db: Sql,
  streetId: string,
  personId: string,
  stairwellId: string,
  endsOn: string | null = null,
) => db`
  insert into steward_term (street_id, id, person_id, stairwell_id, starts_on, ends_on)
  values (${streetId}, ${newId()}, ${personId}, ${stairwellId}, coalesce(${endsOn}::date, '2026-01-01'), ${endsOn})`;

export const warn = (db: Sql, streetId: string, householdId: string, caution: string) => db`
  update household set caution = ${caution} where street_id = ${streetId} and id = ${householdId}`;

export const keepQuiet = (
  db: Sql,
  streetId: string,
  householdId: string,
  quiet: { from: string; until: string }[],
) => db`
  update household set quiet = ${db.json(quiet)} where street_id = ${streetId} and id = ${householdId}`;

/** An assessor's round, which nobody else knows of. */
export const giveToAssessor = (db: Sql, streetId: string, roundId: string, assessorId: string | null) => db`
  update round set assessor_id = ${assessorId} where street_id = ${streetId} and id = ${roundId}`;

export const setWindows = (db: Sql, streetId: string, roundId: string, windows: RoundWindow[]) => db`
  update round set windows = ${db.json(windows)}, quiet = '[{"from":"12:00","until":"14:00"}]'
  where street_id = ${streetId} and id = ${roundId}`;

export const lead = (db: Sql, streetId: string, teamId: string, personId: string) => db`
  update team set leader_id = ${personId} where street_id = ${streetId} and id = ${teamId}`;

export const insertResident = (db: Sql, streetId: string, householdId: string) => db`
  insert into resident (street_id, id, household_id, name, initials, phone)
  values (${streetId}, ${newId()}, ${householdId}, '张建华', 'zjh', '19900000000')`;

export const joinTeam = (db: Sql, streetId: string, teamId: string, personId: string) => db`
  insert into team_member (street_id, team_id, person_id) values (${streetId}, ${teamId}, ${personId})`;

export const takesPart = (db: Sql, streetId: string, roundId: string, teamId: string) => db`
  insert into round_team (street_id, round_id, team_id) values (${streetId}, ${roundId}, ${teamId})`;

export const leaveTeam = (db: Sql, streetId: string, teamId: string, personId: string) => db`
  delete from team_member where street_id = ${streetId} and team_id = ${teamId} and person_id = ${personId}`;

export const touch = (
  tx: Transaction,
  streetId: string,
  door: { roundId: string; householdId: string; changeNumber: number },
) => tx`
  update assignment set change_number = ${door.changeNumber}
  where street_id = ${streetId} and round_id = ${door.roundId} and household_id = ${door.householdId}`;

/** How many of this database’s connections wait for a lock that another one holds. */
export const countWaiting = (db: Sql) => db<{ count: number }[]>`
  select count(*)::integer as count
  from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

export const giveToTeam = (db: Sql, streetId: string, roundId: string, householdId: string, teamId: string) =>
  db.begin(async (tx) => {
    await tx`update street_head set change_number = change_number + 1 where street_id = ${streetId}`;
    await tx`
      update assignment
      set former_team_ids = former_team_ids || team_id, team_id = ${teamId},
          change_number = (select change_number from street_head where street_id = ${streetId})
      where street_id = ${streetId} and round_id = ${roundId} and household_id = ${householdId}`;
  });

export const takeOffTheList = (db: Sql, streetId: string, roundId: string, householdId: string) => db`
  delete from assignment
  where street_id = ${streetId} and round_id = ${roundId} and household_id = ${householdId}`;

export const endGrant = (db: Sql, personId: string, areaId: string) => db`
  delete from role_grant where person_id = ${personId} and area_id = ${areaId}`;
