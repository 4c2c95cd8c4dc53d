import type { Transaction } from '@huhudao/db';
import type { AdultRule } from '@huhudao/protocol';
import type { Occupancy, Purpose, RevisitState, RoundWindow, TimeWindow, Topic } from '@huhudao/domain';

/** What a person works on in a street. */
export type PullScope = { personId: string; teamIds: string[]; stairwellIds: string[]; roundIds: string[] };

export const readHead = (tx: Transaction, streetId: string) => tx<{ changeNumber: number; epoch: string }[]>`
  select h.change_number, i.epoch from street_head h cross join installation i where h.street_id = ${streetId}`;

/** Who asks: `visitsIn` are the communities they may record visits in, `today` a Shanghai date. */
export type Puller = { personId: string; visitsIn: readonly string[]; today: string };

/**
 * A team brings its doors to those who visit with it. A building head who comes along is in the team too, and gets the
 * stairwells of their own term of office instead. Of a hotline round they are told nothing: its doors are those that
 * complained.
 */
export const findScope = (tx: Transaction, streetId: string, { personId, visitsIn, today }: Puller) => tx<
  PullScope[]
>`
  with mine as (
    select t.id
    from team t
    where t.street_id = ${streetId} and t.disbanded_at is null
      and t.community_id = any(${tx.array([...visitsIn])}::uuid[])
      and (t.leader_id = ${personId} or exists (
        select 1 from team_member m
        where m.street_id = t.street_id and m.team_id = t.id and m.person_id = ${personId}))
  ), looked_after as (
    select s.stairwell_id
    from steward_term s
    where s.street_id = ${streetId} and s.person_id = ${personId}
      and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on >= ${today})
  )
  select
    ${personId}::uuid as person_id,
    array(select id from mine order by id) as team_ids,
    array(select distinct stairwell_id from looked_after order by stairwell_id) as stairwell_ids,
    array(
      select r.id
      from round r
      where r.street_id = ${streetId} and r.state = 'open'
        and (
          exists (
            select 1 from round_team rt join mine on mine.id = rt.team_id
            where rt.street_id = r.street_id and rt.round_id = r.id)
          or r.assessor_id is null and r.purpose <> 'hotline' and exists (
            select 1 from assignment a join looked_after l on l.stairwell_id = a.stairwell_id
            where a.street_id = r.street_id and a.round_id = r.id))
      order by r.id
    ) as round_ids`;

export type PulledRoundRow = {
  id: string;
  name: string;
  purpose: Purpose;
  state: string;
  startsOn: string;
  deadline: string;
  attemptsWanted: number;
  windows: RoundWindow[];
  quiet: TimeWindow[];
  statement: string;
  materials: string[];
  questionnaireHash: string | null;
  visitFormHash: string;
  adults: AdultRule | null;
};

export const listRounds = (tx: Transaction, streetId: string, scope: PullScope) => tx<PulledRoundRow[]>`
  select id, name, purpose, state, starts_on, deadline, attempts_wanted, windows, quiet, statement, materials,
         questionnaire_hash, visit_form_hash, scope -> 'adults' as adults
  from round
  where street_id = ${streetId} and id = any(${tx.array(scope.roundIds)}::uuid[])
  order by deadline, id`;

export type PulledTeamRow = {
  id: string;
  communityId: string;
  name: string;
  leaderId: string;
  roundIds: string[];
  members: { id: string; name: string }[];
};

export const listTeams = (tx: Transaction, streetId: string, scope: PullScope) => tx<PulledTeamRow[]>`
  select t.id, t.community_id, t.name, t.leader_id,
         array(
           select rt.round_id from round_team rt
           where rt.street_id = t.street_id and rt.team_id = t.id
             and rt.round_id = any(${tx.array(scope.roundIds)}::uuid[])
         ) as round_ids,
         (
           select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]'::jsonb)
           from person p
           where p.id = t.leader_id or p.id in (
             select m.person_id from team_member m where m.street_id = t.street_id and m.team_id = t.id)
         ) as members
  from team t
  where t.street_id = ${streetId} and t.disbanded_at is null
    and t.id in (
      select rt.team_id from round_team rt
      where rt.street_id = ${streetId} and rt.round_id = any(${tx.array(scope.roundIds)}::uuid[]))
  order by t.name, t.id`;

export type PulledHouseholdRow = {
  id: string;
  stairwellId: string;
  communityId: string;
  floor: number;
  room: string;
  position: number;
  span: number;
  occupancy: Occupancy;
  doNotContact: boolean;
  quiet: TimeWindow[];
  caution: string | null;
  residentName: string | null;
  initials: string | null;
  phone: string | null;
};

/** Doors of the revisits that were given to the person: theirs to visit whatever has become of the round. */
const ownRevisitDoors = (tx: Transaction, streetId: string, scope: PullScope) => tx`
  select d.id as household_id, d.stairwell_id, true as visited_by_me, o.change_number
  from revisit o
  join household d on d.street_id = o.street_id and d.id = o.household_id
  where o.street_id = ${streetId} and o.owner_id = ${scope.personId} and o.state in ('open', 'planned', 'visited')`;

/**
 * Households of the scope that changed themselves, or whose assignment did, or a revisit of one's own there; and the
 * other doors of their stairwells, so that a stairwell is drawn whole. Names and phone numbers go to the teams that visit, for the doors they visit: a
 * building head who only looks after the stairwell gets neither.
 */
export const listHouseholds = (tx: Transaction, streetId: string, scope: PullScope, since: number) => tx<
  PulledHouseholdRow[]
>`
  with in_scope as (
    select d.household_id, d.stairwell_id, bool_or(d.visited_by_me) as visited_by_me,
           max(d.change_number) as change_number
    from (
      select a.household_id, a.stairwell_id, a.team_id = any(${tx.array(scope.teamIds)}::uuid[]) as visited_by_me,
             a.change_number
      from assignment a
      where a.street_id = ${streetId} and a.round_id = any(${tx.array(scope.roundIds)}::uuid[])
        and (a.team_id = any(${tx.array(scope.teamIds)}::uuid[])
          or a.stairwell_id = any(${tx.array(scope.stairwellIds)}::uuid[]))
      union all
      ${ownRevisitDoors(tx, streetId, scope)}
    ) d
    group by d.household_id, d.stairwell_id
  ), stairwells as (
    select s.stairwell_id, max(s.change_number) as change_number from in_scope s group by s.stairwell_id
  )
  select h.id, h.stairwell_id, h.community_id, h.floor, h.room, h.position, h.span, h.occupancy, h.do_not_contact, h.quiet,
         case when s.visited_by_me then h.caution end as caution,
         case when s.visited_by_me then r.name end as resident_name,
         case when s.visited_by_me then r.initials end as initials,
         case when s.visited_by_me then r.phone end as phone
  from stairwells w
  join household h on h.street_id = ${streetId} and h.stairwell_id = w.stairwell_id and h.removed_at is null
  left join in_scope s on s.household_id = h.id
  left join lateral (
    select c.name, c.initials, c.phone from resident c
    where s.visited_by_me and c.street_id = h.street_id and c.household_id = h.id
    order by c.id
    limit 1
  ) r on true
  where greatest(coalesce(s.change_number, w.change_number), h.change_number) > ${since}`;

export type PulledStairwellRow = {
  id: string;
  communityId: string;
  communityName: string;
  compoundName: string;
  buildingId: string;
  buildingLabel: string;
  buildingPosition: number;
  label: string;
  position: number;
  communityPhone: string | null;
};

/** Stairwells with doors of one's rounds: those of one's teams, and those one looks after. */
export const stairwellsInScope = (tx: Transaction, streetId: string, scope: PullScope) => tx`
  select a.stairwell_id from assignment a
  where a.street_id = ${streetId} and a.round_id = any(${tx.array(scope.roundIds)}::uuid[])
    and (a.team_id = any(${tx.array(scope.teamIds)}::uuid[])
      or a.stairwell_id = any(${tx.array(scope.stairwellIds)}::uuid[]))`;

export const listStairwells = (tx: Transaction, streetId: string, scope: PullScope) => tx<
  PulledStairwellRow[]
>`
  select s.id, s.community_id, c.name as community_name, k.name as compound_name, b.id as building_id,
         b.label as building_label, b.position as building_position, s.label, s.position,
         nullif(n.phone, '') as community_phone
  from stairwell s
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join area c on c.id = s.community_id
  left join notice_board n on n.street_id = s.street_id and n.community_id = s.community_id
  where s.street_id = ${streetId} and s.id in (
    ${stairwellsInScope(tx, streetId, scope)}
    union
    select r.stairwell_id from (${ownRevisitDoors(tx, streetId, scope)}) r)
  order by c.position, c.name, k.name, b.position, s.position`;

export type PulledRevisitRow = {
  id: string;
  householdId: string;
  state: RevisitState;
  dueOn: string;
  plannedOn: string | null;
  topics: Topic[];
  promise: string | null;
  own: boolean;
  gone: boolean;
};

/**
 * Revisits at the doors of one's teams, and those given to oneself, whatever has become of the round. Who had one before
 * is told that it is gone.
 */
export const listRevisits = (tx: Transaction, streetId: string, scope: PullScope, since: number) => tx<
  PulledRevisitRow[]
>`
  select v.id, v.household_id, v.state, v.due_on, v.planned_on, v.topics,
         case when m.own or m.listed then v.promise end as promise, m.own,
         v.state not in ('open', 'planned', 'visited') or not (m.own or m.listed) as gone
  from revisit v
  cross join lateral (
    select v.owner_id is not distinct from ${scope.personId}::uuid as own, exists (
      select 1 from assignment a
      where a.street_id = v.street_id and a.household_id = v.household_id
        and a.round_id = any(${tx.array(scope.roundIds)}::uuid[])
        and a.team_id = any(${tx.array(scope.teamIds)}::uuid[])) as listed
  ) m
  where v.street_id = ${streetId}
    and (v.change_number > ${since} or exists (
      select 1 from assignment n
      where n.street_id = v.street_id and n.household_id = v.household_id and n.change_number > ${since}
        and n.round_id = any(${tx.array(scope.roundIds)}::uuid[])))
    and (${since}::bigint > 0 or v.state in ('open', 'planned', 'visited'))
    and (m.own or m.listed or (${since}::bigint > 0 and ${scope.personId}::uuid = any(v.former_owner_ids)))`;
