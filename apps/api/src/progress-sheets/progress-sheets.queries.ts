import type { Db, Transaction } from '@huhudao/db';
import type { ReportWeek } from '@huhudao/domain';
import type { ProgressFigures } from '@huhudao/protocol';

export type PartRow = { communityId: string; communityName: string; roundId: string; roundName: string };

/**
 * Which sheets a week asks for: of every community of the area with doors in a round that was open in the week. An
 * assessor’s round is none of them: nobody may know that it is there.
 */
export const listParts = (
  db: Db,
  streetId: string,
  communityIds: readonly string[],
  { since, dueAt }: ReportWeek,
) => db<PartRow[]>`
  select c.id as community_id, c.name as community_name, r.id as round_id, r.name as round_name
  from round r
  join lateral (
    select distinct a.community_id from assignment a where a.street_id = r.street_id and a.round_id = r.id
  ) p on p.community_id = any(${db.array([...communityIds])}::uuid[])
  join area c on c.id = p.community_id
  where r.street_id = ${streetId} and r.assessor_id is null
    and r.opened_at <= ${dueAt} and (r.closed_at is null or r.closed_at > ${since})
  order by c.position, c.name, c.id, r.opened_at, r.id`;

/** The figures of one sheet. What happened is counted from cut-off to cut-off; how the round stands, as it stands now. */
export const readFigures = (
  db: Db,
  streetId: string,
  { communityId, roundId }: Pick<PartRow, 'communityId' | 'roundId'>,
  { since, dueAt, next }: ReportWeek,
) => db<ProgressFigures[]>`
  with made as materialized (
    select v.household_id, v.outcome, v.parallel
    from visit v
    where v.street_id = ${streetId} and v.round_id = ${roundId} and v.community_id = ${communityId}
      and v.occurred_at > ${since} and v.occurred_at <= ${dueAt}
  ), doors as materialized (
    select a.household_id, a.outcome, a.settled
    from assignment a
    where a.street_id = ${streetId} and a.round_id = ${roundId} and a.community_id = ${communityId}
  ), agreed as materialized (
    select p.household_id
    from resident_appointment p
    join doors d on d.household_id = p.household_id and not d.settled
    where p.street_id = ${streetId} and p.round_id = ${roundId} and p.withdrawn_at is null
      and p.day between ${next.from} and ${next.until}
    union
    select d.household_id
    from doors d
    join visit v on v.street_id = ${streetId} and v.household_id = d.household_id and v.round_id = ${roundId}
      and v.outcome = 'appointment' and v.appointment_day between ${next.from} and ${next.until}
    where d.outcome = 'appointment'
  ), reported as materialized (
    select i.state
    from issue i
    where i.street_id = ${streetId} and i.round_id = ${roundId} and i.community_id = ${communityId}
      and i.reported_at > ${since} and i.reported_at <= ${dueAt}
  )
  select (select count(*)::int from made where not parallel) as visits,
         (select count(distinct household_id)::int from made where outcome not in ('notHome', 'noAccess'))
           as doors_reached,
         (select count(*)::int from doors
          where settled and outcome not in ('ineligible', 'vacant', 'notResidential')) as settled,
         (select count(*)::int from doors
          where outcome is null or outcome not in ('ineligible', 'vacant', 'notResidential')) as eligible,
         (select count(*)::int from agreed) as appointments,
         (select count(*)::int
          from plan p
          join stairwell s on s.street_id = ${streetId} and s.id = p.stairwell_id
          where p.street_id = ${streetId} and p.round_id = ${roundId} and s.community_id = ${communityId}
            and p.cancelled_at is null and p.returned_at is null
            and p.day between ${next.from} and ${next.until}) as plans,
         (select count(*)::int from reported) as issues_reported,
         (select count(*)::int from reported where state = 'closed') as issues_closed`;

export type HandedInRow = {
  communityId: string;
  roundId: string;
  number: number;
  figures: ProgressFigures;
  progress: string;
  nextWeek: string;
  correction: string | null;
  withdrawn: boolean;
  submittedAt: string;
};

/** Everything that was handed in for a week, the first first. */
export const listHandedIn = (db: Db, streetId: string, communityIds: readonly string[], week: string) => db<
  HandedInRow[]
>`
  select community_id, round_id, number, figures, progress, next_week, correction, withdrawn, submitted_at
  from progress_sheet
  where street_id = ${streetId} and week = ${week}
    and community_id = any(${db.array([...communityIds])}::uuid[])
  order by number`;

export const insertSheet = (
  tx: Transaction,
  streetId: string,
  week: string,
  by: string | null,
  row: HandedInRow,
) => tx`
  insert into progress_sheet (
    street_id, community_id, round_id, week, number, figures, progress, next_week, correction, withdrawn,
    submitted_at, submitted_by)
  values (
    ${streetId}, ${row.communityId}, ${row.roundId}, ${week}, ${row.number}, ${tx.json(row.figures)},
    ${row.progress}, ${row.nextWeek}, ${row.correction}, ${row.withdrawn}, ${row.submittedAt}, ${by})`;
