/** What the office holds of a street in the end, straight from the rows. */
import type { Db } from '@huhudao/db';

export type StoredVisit = {
  id: string;
  roundId: string;
  householdId: string;
  teamId: string;
  personId: string;
  outcome: string;
  /** As amended last. */
  now: string;
  parallel: boolean;
  /** Whether a visit of another team at the same door on the same day was there before it. */
  shouldBeParallel: boolean;
  /** Whether another team's visit stands at the same door on the same day, whichever came first. */
  metAnother: boolean;
};

/** Visits arrive one push after the other, within a push by the tablet's sequence. */
export const listVisits = (db: Db, streetId: string) => db<StoredVisit[]>`
  select v.id, v.round_id, v.household_id, v.team_id, v.person_id, v.outcome, v.parallel,
         coalesce((
           select a.outcome from visit_amendment a
           where a.street_id = v.street_id and a.visit_id = v.id and a.outcome is not null
           order by a.received_at desc, a.id desc limit 1), v.outcome) as now,
         exists (
           select 1 from visit o
           where o.street_id = v.street_id and o.round_id = v.round_id and o.household_id = v.household_id
             and o.visited_on = v.visited_on and o.team_id <> v.team_id
             and (o.change_number, o.device_sequence) < (v.change_number, v.device_sequence)
         ) as should_be_parallel,
         exists (
           select 1 from visit o
           where o.street_id = v.street_id and o.round_id = v.round_id and o.household_id = v.household_id
             and o.visited_on = v.visited_on and o.team_id <> v.team_id
         ) as met_another
  from visit v where v.street_id = ${streetId}`;

export type StoredResponse = {
  id: string;
  roundId: string;
  householdId: string;
  counted: boolean;
  answers: Record<string, unknown>;
};

export const listResponses = (db: Db, streetId: string) => db<StoredResponse[]>`
  select id, round_id, household_id, counted, answers from response where street_id = ${streetId}`;

/** Ids of everything else that records leave behind. */
export const listEffects = (db: Db, streetId: string) => db<{ kind: string; id: string }[]>`
  select 'amendVisit' as kind, id from visit_amendment where street_id = ${streetId}
  union all
  select 'planVisit', id from plan where street_id = ${streetId}`;

export type StoredIssue = {
  id: string;
  roundId: string;
  householdId: string;
  category: string;
  note: string;
  mayNameDoor: boolean;
  /** Of its photos, in their order. */
  digests: string[];
};

export const listIssues = (db: Db, streetId: string) => db<StoredIssue[]>`
  select i.id, i.round_id, i.household_id, i.category, i.note, i.may_name_door,
         array(select p.digest from issue_photo p
               where p.street_id = i.street_id and p.issue_id = i.id order by p.position) as digests
  from issue i where i.street_id = ${streetId}`;

/** `found`: the digest of the bytes that are there, as PostgreSQL counts it. */
export const listPhotos = (db: Db, streetId: string) => db<
  { digest: string; confirmed: boolean; found: string | null }[]
>`
  select f.digest, f.confirmed_at is not null as confirmed,
         (select encode(sha256(string_agg(t.bytes, ''::bytea order by t.starts_at)), 'hex')
          from photo_part t where t.street_id = f.street_id and t.digest = f.digest) as found
  from photo f where f.street_id = ${streetId}`;

export const listCancelled = (db: Db, streetId: string) => db<{ id: string }[]>`
  select id from plan where street_id = ${streetId} and cancelled_at is not null`;

export const listAccepted = (db: Db, streetId: string) => db<{ id: string }[]>`
  select id from plan where street_id = ${streetId} and accepted_at is not null`;

export const listRevisits = (db: Db, streetId: string) => db<{ id: string; state: string }[]>`
  select id, state from revisit where street_id = ${streetId}`;

export const listQuarantined = (db: Db, streetId: string) => db<
  { mutationId: string; problemCode: string }[]
>`
  select mutation_id, problem_code from quarantine where street_id = ${streetId} and mutation_id is not null`;

export const listHandedOver = (db: Db, streetId: string) => db<{ mutationId: string }[]>`
  select mutation_id from quarantine where street_id = ${streetId} and handed_over_at is not null`;

export const listAnonymous = (db: Db, streetId: string) => db<{ answers: Record<string, unknown> }[]>`
  select answers from anonymous_response where street_id = ${streetId}`;

export const listBoxes = (db: Db, streetId: string) => db<{ box: string }[]>`
  select translate(encode(sealed, 'base64'), E'\n', '') as box from anonymous_sealed where street_id = ${streetId}`;

export type Disagreement = { householdId: string; stored: string; recounted: string };

/**
 * Doors whose standing is not what their visits say (domain.md, "Visit outcomes"), counted here in SQL of its own: the
 * latest visit counts, a completed response is never replaced, a hard refusal never by "nobody home". Of two teams at
 * one door on one day the attempts of the first count.
 */
export const listWrongStandings = (db: Db, streetId: string) => db<Disagreement[]>`
  with visits as (
    select v.id, v.round_id, v.household_id, v.occurred_at, v.received_at, v.visited_on, v.team_id,
           coalesce((
             select a.outcome from visit_amendment a
             where a.street_id = v.street_id and a.visit_id = v.id and a.outcome is not null
             order by a.received_at desc, a.id desc limit 1), v.outcome) as outcome
    from visit v where v.street_id = ${streetId}
  ), counting as (
    select distinct on (v.round_id, v.household_id) v.round_id, v.household_id, v.outcome
    from visits v
    where not (v.outcome in ('notHome', 'noAccess') and exists (
      select 1 from visits e
      where e.round_id = v.round_id and e.household_id = v.household_id and e.outcome = 'refusedHard'
        and (e.occurred_at, e.received_at, e.id) < (v.occurred_at, v.received_at, v.id)
        and not exists (
          select 1 from visits m
          where m.round_id = v.round_id and m.household_id = v.household_id
            and m.outcome not in ('notHome', 'noAccess', 'refusedHard')
            and (m.occurred_at, m.received_at, m.id) > (e.occurred_at, e.received_at, e.id)
            and (m.occurred_at, m.received_at, m.id) < (v.occurred_at, v.received_at, v.id))))
    order by v.round_id, v.household_id, v.outcome = 'completed' desc, v.occurred_at desc, v.received_at desc, v.id desc
  ), recounted as (
    select a.round_id, a.household_id,
           (select count(*) from visits v
            where v.round_id = a.round_id and v.household_id = a.household_id
              and v.team_id is not distinct from (
                select e.team_id from visits e
                where e.round_id = v.round_id and e.household_id = v.household_id and e.visited_on = v.visited_on
                order by e.occurred_at, e.received_at, e.id
                limit 1))
             || ' attempts, ' || coalesce(c.outcome, 'none') as standing
    from assignment a
    left join counting c using (round_id, household_id)
    where a.street_id = ${streetId}
  )
  select a.household_id, a.attempts || ' attempts, ' || coalesce(a.outcome, 'none') as stored, r.standing as recounted
  from assignment a
  join recounted r using (round_id, household_id)
  where a.street_id = ${streetId} and a.attempts || ' attempts, ' || coalesce(a.outcome, 'none') <> r.standing`;

/** Doors of a round with responses of which not exactly one counts. */
export const listMiscounted = (db: Db, streetId: string) => db<{ householdId: string; counted: number }[]>`
  select household_id, count(*) filter (where counted)::int as counted
  from response where street_id = ${streetId}
  group by round_id, household_id
  having count(*) filter (where counted) <> 1`;

/** Boxes of a tablet that is out of use. */
export const listWithheld = (db: Db, streetId: string) => db<{ box: string }[]>`
  select body ->> 'sealed' as box from quarantine
  where street_id = ${streetId} and kind = 'sealedResponse' and problem_code = 'deviceRevoked'`;
