/**
 * The figures of the monitor counted once more, from the frame, the visits and nothing else: no standing of a door, no
 * code of the product.
 */
import type { Sql } from '@huhudao/db';
import type { Figures } from './monitor.ts';

/** What each door of the frame comes to: the latest visit, unless the household had responded before. */
const doors = (sql: Sql, roundId: string) => sql`
  door as (
    select f.household_id, last.outcome,
           last.outcome in ('vacant', 'notResidential', 'ineligible') as not_eligible,
           (select count(distinct v.visited_on)
            from visit v
            where v.round_id = f.round_id and v.household_id = f.household_id and v.outcome = 'refused') as refusals
    from frame_entry f
    left join lateral (
      select v.outcome
      from visit v
      where v.round_id = f.round_id and v.household_id = f.household_id
      order by v.outcome = 'completed' desc, v.occurred_at desc
      limit 1
    ) last on true
    where f.round_id = ${roundId}
  )`;

/** Nobody was away three times here: whoever was away is still to be visited. */
export const recountFigures = (sql: Sql, roundId: string) => sql<Figures[]>`
  with ${doors(sql, roundId)}, counted as (
    select not_eligible is not true as eligible, outcome is not null as attempted,
           outcome in ('completed', 'partial', 'visited', 'refused', 'refusedHard', 'unable', 'appointment') as reached,
           outcome in ('completed', 'visited', 'refusedHard', 'unable', 'notFound')
             or (outcome = 'refused' and refusals > 1) as settled
    from door
  )
  select count(*) filter (where eligible and settled)::int as settled,
         count(*) filter (where eligible)::int as eligible,
         count(*) filter (where eligible and attempted)::int as attempted,
         count(*) filter (where reached)::int as reached,
         count(*) filter (where eligible and settled is not true)::int as left
  from counted`;

/** Doors by AAPOR group. */
export const recountGroups = (sql: Sql, roundId: string) => sql<{ group: string; count: number }[]>`
  with ${doors(sql, roundId)}, named (outcome, "group") as (
    values ('completed', 'I'), ('partial', 'P'), ('refused', 'R'), ('refusedHard', 'R'), ('visited', 'O'),
           ('unable', 'O'), ('notHome', 'NC'), ('appointment', 'NC'), ('vacant', 'NE'), ('notResidential', 'NE'),
           ('ineligible', 'NE'), ('noAccess', 'UH'), ('notFound', 'UO')
  )
  select coalesce(n."group", 'UH') as "group", count(*)::int as count
  from door d
  left join named n on n.outcome = d.outcome
  group by 1`;

/** The visits of a door in the order of their arrival, and which of them another team's had come before. */
export const listVisits = (sql: Sql, roundId: string, stairwell: string, room: string) => sql<
  { login: string; outcome: string; parallel: boolean }[]
>`
  select p.login, v.outcome, v.parallel
  from visit v
  join household h on h.id = v.household_id
  join stairwell s on s.id = v.stairwell_id
  join person p on p.id = v.person_id
  where v.round_id = ${roundId} and s.label = ${stairwell} and h.room = ${room}
  order by v.change_number`;

/** Slots by team: the stairwells they lie in, and how many the leader has said yes to. */
export const countPlans = (sql: Sql, roundId: string) => sql<
  { team: string; stairwells: string[]; open: number }[]
>`
  select t.name as team, array_agg(distinct s.label order by s.label) as stairwells,
         count(*) filter (where p.accepted_at is null)::int as open
  from plan p
  join team t on t.id = p.team_id
  join stairwell s on s.id = p.stairwell_id
  where p.round_id = ${roundId} and p.cancelled_at is null
  group by t.name
  order by t.name`;
