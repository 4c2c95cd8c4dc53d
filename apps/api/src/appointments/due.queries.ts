import type { Db } from '@huhudao/db';
import { isVisible } from '../http/rounds.queries.ts';

export type DueRow = {
  /** What its notice is known by: another day or hour is told anew. */
  cause: string;
  roundId: string;
  stairwellId: string;
  householdId: string;
  teamId: string;
  day: string;
  from: string;
  until: string;
};

/** Of an assignment `a` with a resident's choice `c`: whether no visit has ended the choice (domain, `endsChosen`). */
const stillChosen = (db: Db) => db`
  c.withdrawn_at is null and not exists (
    select 1 from visit v
    where v.street_id = a.street_id and v.round_id = a.round_id and v.household_id = a.household_id
      and v.occurred_at > c.chosen_at
      and (v.outcome not in ('notHome', 'noAccess') or v.visited_on >= c.day))`;

const ofChoice = (db: Db) => db`
  c.street_id = a.street_id and c.round_id = a.round_id and c.household_id = a.household_id`;

/**
 * Appointments of a day at doors that a team has, chosen by a link or agreed at the door, of which nobody was told on the
 * day; of what was chosen on the day itself they were told then. What was chosen after the visit takes the place of what
 * was agreed at it. None of an assessor's round: the audit counts what was told, and would tell of it.
 */
export const listUntold = (db: Db, streetId: string, day: string) => db<DueRow[]>`
  with agreed as (
    select a.round_id, a.household_id, a.stairwell_id, a.team_id, c.day, c.starts_at as "from", c.ends_at as until
    from resident_appointment c
    join assignment a on ${ofChoice(db)} and not a.settled
    join round r on r.street_id = a.street_id and r.id = a.round_id and r.state = 'open' and ${isVisible(db)}
    where c.street_id = ${streetId} and c.day = ${day} and (c.chosen_at at time zone 'Asia/Shanghai')::date < c.day
      and ${stillChosen(db)}
    union all
    select a.round_id, a.household_id, a.stairwell_id, a.team_id, w.appointment_day, w.appointment_from,
           w.appointment_until
    from round r
    join assignment a on a.street_id = r.street_id and a.round_id = r.id and a.outcome = 'appointment' and not a.settled
    cross join lateral (
      select v.appointment_day, v.appointment_from, v.appointment_until
      from visit v
      where v.street_id = a.street_id and v.household_id = a.household_id and v.round_id = a.round_id
        and v.outcome = 'appointment'
      order by v.occurred_at desc, v.received_at desc, v.id desc
      limit 1
    ) w
    where r.street_id = ${streetId} and r.state = 'open' and ${isVisible(db)} and w.appointment_day = ${day}
      and not exists (select 1 from resident_appointment c where ${ofChoice(db)} and ${stillChosen(db)})
  ), named as (
    select 'due ' || g.round_id || ' ' || g.household_id || ' ' || g.day || ' ' || g."from" as cause, g.round_id, g.household_id,
           g.stairwell_id, g.team_id, g.day, g."from", g.until
    from agreed g
    join household h on h.street_id = ${streetId} and h.id = g.household_id and h.removed_at is null
      and not h.do_not_contact
    where g.team_id is not null
  )
  select n.cause, n.round_id, n.stairwell_id, n.household_id, n.team_id, n.day, n."from", n.until
  from named n
  where not exists (select 1 from notice o where o.street_id = ${streetId} and o.cause = n.cause)
  order by n."from", n.household_id`;
