import type { Db, Transaction } from '@huhudao/db';
import { liesIn, visitable, type Places } from '../http/places.queries.ts';

export type FrameHousehold = { householdId: string; communityId: string; stairwellId: string };

/** Households that can be visited, in walking order: building, stairwell, floor, room. */
const listVisitable = (db: Db, within: ReturnType<typeof liesIn>) => db<FrameHousehold[]>`
  select h.id as household_id, h.community_id, h.stairwell_id
  from household h
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  where ${within} and ${visitable(db)}
  order by h.community_id, k.name, k.id, b.position, b.label, s.position, s.label, h.floor, h.position, h.room, h.id`;

export const listFrame = (db: Db, streetId: string, places: Places) =>
  listVisitable(db, liesIn(db, streetId, places));

/** The doors of a hotline round: those of its cases, each once. */
export const listCaseFrame = (db: Db, streetId: string, roundId: string) =>
  listVisitable(
    db,
    db`
      h.street_id = ${streetId} and h.id in (
        select c.household_id from hotline_case c where c.street_id = ${streetId} and c.round_id = ${roundId})`,
  );

/** A household of a frame: drawn into the main sample (0), a reserve replicate (1, 2 …) or not at all (null). */
export type FramePlace = { householdId: string; replicate: number | null };

export const insertFrame = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  communityId: string,
  places: FramePlace[],
) => tx`
  insert into frame_entry (street_id, round_id, community_id, position, household_id, replicate)
  select ${streetId}::uuid, ${roundId}::uuid, ${communityId}::uuid, f.position, f.id, f.replicate
  from unnest(
    ${tx.array(places.map((place) => place.householdId))}::uuid[],
    ${tx.array(places.map((place) => place.replicate))}::integer[]
  ) with ordinality as f (id, replicate, position)`;

export const listFrameEntries = (db: Db, streetId: string, roundId: string, communityId: string) => db<
  FramePlace[]
>`
  select household_id, replicate from frame_entry
  where street_id = ${streetId} and round_id = ${roundId} and community_id = ${communityId}
  order by position`;

export type DrawRow = {
  communityId: string;
  algorithm: string;
  seed: string;
  frameHash: string;
  frameSize: number;
  sampleSize: number;
  /** Of the main sample. */
  inclusionProbability: number;
  reserveReplicates: number;
  reserveSize: number;
};

export type ReleasedReplicate = {
  replicate: number;
  reason: string;
  releasedAt: string;
  releasedBy: string;
};

export type StoredDrawRow = DrawRow & { released: ReleasedReplicate[] };

export const insertDraw = (tx: Transaction, streetId: string, roundId: string, draw: DrawRow) => tx`
  insert into sample_draw (
    street_id, round_id, community_id, algorithm, seed, frame_hash, frame_size, sample_size, inclusion_probability,
    reserve_replicates, reserve_size)
  values (
    ${streetId}, ${roundId}, ${draw.communityId}, ${draw.algorithm}, ${draw.seed}, ${draw.frameHash},
    ${draw.frameSize}, ${draw.sampleSize}, ${draw.inclusionProbability}, ${draw.reserveReplicates},
    ${draw.reserveSize})`;

export const listDraws = (db: Db, streetId: string, roundId: string) => db<StoredDrawRow[]>`
  select d.community_id, d.algorithm, d.seed, d.frame_hash, d.frame_size, d.sample_size, d.inclusion_probability,
         d.reserve_replicates, d.reserve_size,
         coalesce((
           select jsonb_agg(jsonb_build_object(
             'replicate', l.replicate, 'reason', l.reason, 'releasedBy', p.name,
             'releasedAt', to_char(l.released_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by l.replicate)
           from replicate_release l join person p on p.id = l.released_by
           where l.street_id = d.street_id and l.round_id = d.round_id and l.community_id = d.community_id
         ), '[]'::jsonb) as released
  from sample_draw d
  where d.street_id = ${streetId} and d.round_id = ${roundId}
  order by d.community_id`;

export const insertReplicateRelease = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  release: { communityId: string; replicate: number; reason: string },
  by: { at: string; personId: string | null },
) => tx`
  insert into replicate_release (street_id, round_id, community_id, replicate, reason, released_at, released_by)
  values (${streetId}, ${roundId}, ${release.communityId}, ${release.replicate}, ${release.reason}, ${by.at},
          ${by.personId})`;

/** The households of a replicate as they stand in the frame, each with the team that has doors of its stairwell already. */
export const listReplicate = (
  db: Db,
  streetId: string,
  roundId: string,
  communityId: string,
  replicate: number,
) => db<(FrameHousehold & { teamId: string | null })[]>`
  select f.household_id, f.community_id, h.stairwell_id,
         (
           select min(a.team_id::text)::uuid from assignment a
           where a.street_id = f.street_id and a.round_id = f.round_id and a.stairwell_id = h.stairwell_id
         ) as team_id
  from frame_entry f
  join household h on h.street_id = f.street_id and h.id = f.household_id
  where f.street_id = ${streetId} and f.round_id = ${roundId} and f.community_id = ${communityId}
    and f.replicate = ${replicate}
  order by f.position`;

/** Whoever could come in by a replicate could have come in with it all along: one probability for the community. */
export const setInclusionProbability = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  communityId: string,
  probability: number,
) => tx`
  update assignment set inclusion_probability = ${probability}
  where street_id = ${streetId} and round_id = ${roundId} and community_id = ${communityId}
    and inclusion_probability is not null`;

export type NewAssignment = FrameHousehold & { teamId: string | null; inclusionProbability: number | null };

export const insertAssignments = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  rows: NewAssignment[],
  changeNumber: number,
) => tx`
  insert into assignment (
    street_id, round_id, household_id, community_id, stairwell_id, team_id, inclusion_probability, change_number)
  select ${streetId}::uuid, ${roundId}::uuid, a."householdId", a."communityId", a."stairwellId", a."teamId",
         a."inclusionProbability", ${changeNumber}::bigint
  from jsonb_to_recordset(${tx.json(rows)}) as a (
    "householdId" uuid, "communityId" uuid, "stairwellId" uuid, "teamId" uuid, "inclusionProbability" double precision)`;

export const listSampled = (db: Db, streetId: string, roundId: string, communityId: string) => db<
  { householdId: string }[]
>`
  select household_id from assignment
  where street_id = ${streetId} and round_id = ${roundId} and community_id = ${communityId}
    and inclusion_probability is not null`;

export type RoundTeam = { id: string; communityId: string };

export const listRoundTeams = (db: Db, streetId: string, roundId: string) => db<RoundTeam[]>`
  select t.id, t.community_id
  from round_team rt join team t on t.street_id = rt.street_id and t.id = rt.team_id
  where rt.street_id = ${streetId} and rt.round_id = ${roundId} and t.disbanded_at is null
  order by t.name, t.id`;

/** Of these stairwells, those with doors of other teams, or of none: their one team, or null where it is not one. */
export const listFormerTeams = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  stairwellIds: readonly string[],
  teamId: string,
) => tx<{ stairwellId: string; teamId: string | null }[]>`
  select a.stairwell_id,
         case when count(distinct coalesce(a.team_id::text, '')) = 1 then min(a.team_id::text)::uuid end as team_id
  from assignment a
  where a.street_id = ${streetId} and a.round_id = ${roundId}
    and a.stairwell_id = any(${tx.array([...stairwellIds])}::uuid[])
  group by a.stairwell_id
  having bool_or(a.team_id is distinct from ${teamId})`;

/** The team before is remembered: its tablets are told that the doors are no longer theirs. */
export const moveAssignments = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  stairwellIds: readonly string[],
  communityIds: readonly string[],
  teamId: string,
  changeNumber: number,
) => tx`
  update assignment
  set former_team_ids = array_append(former_team_ids, team_id), team_id = ${teamId}, change_number = ${changeNumber}
  where street_id = ${streetId} and round_id = ${roundId}
    and stairwell_id = any(${tx.array([...stairwellIds])}::uuid[])
    and community_id = any(${tx.array([...communityIds])}::uuid[])
    and team_id is distinct from ${teamId}`;
