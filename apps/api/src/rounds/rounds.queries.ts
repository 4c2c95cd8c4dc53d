import type { Db, Transaction } from '@huhudao/db';
import type { Purpose, RoundState, RoundWindow, TimeWindow } from '@huhudao/domain';
import type { AdultRule } from '@huhudao/protocol';
import type { LocalisedTitle } from '@huhudao/questionnaire';
import type { Reserves } from '@huhudao/statistics';
import { isVisible } from '../http/rounds.queries.ts';

export type RoundScope = {
  communityIds: string[];
  parts?: Record<string, string[]>;
  sampleSizes?: Record<string, number>;
  reserves?: Reserves;
  adults?: AdultRule;
};

export type RoundRow = {
  id: string;
  name: string;
  purpose: Purpose;
  state: RoundState;
  startsOn: string;
  deadline: string;
  attemptsWanted: number;
  windows: RoundWindow[];
  quiet: TimeWindow[];
  questionnaireHash: string | null;
  questionnaireTitle: LocalisedTitle | null;
  visitFormHash: string;
  statement: string;
  materials: string[];
  scope: RoundScope;
  teamIds: string[];
  assessorId: string | null;
  assessorName: string | null;
  programmeId: string | null;
  releasedAt: string | null;
  frameHash: string | null;
  openedAt: string | null;
  closedAt: string | null;
  assigned: number;
  settled: number;
};

/** Whose rounds are looked for. */
export type RoundsReach = {
  streetId: string;
  communityIds: readonly string[];
  /** Those of assessors too that are not released: only the district, which draws them, is told of them. */
  unreleased: boolean;
};

/** Rounds that touch the communities, counted in these communities. */
export const listRounds = (
  db: Db,
  { streetId, communityIds, unreleased }: RoundsReach,
  roundId: string | null,
) => db<RoundRow[]>`
  with counted as materialized (
    select a.round_id, count(*)::int as assigned, (count(*) filter (where a.settled))::int as settled
    from assignment a
    where a.street_id = ${streetId} and a.community_id in ${db(communityIds)}
      and (${roundId}::uuid is null or a.round_id = ${roundId})
    group by a.round_id
  )
  select r.id, r.name, r.purpose, r.state, r.starts_on, r.deadline, r.attempts_wanted, r.windows,
         r.quiet, r.questionnaire_hash,
         q.title as questionnaire_title, r.visit_form_hash, r.statement, r.materials, r.scope,
         array(
           select rt.team_id from round_team rt
           where rt.street_id = r.street_id and rt.round_id = r.id
           order by rt.team_id
         ) as team_ids,
         r.assessor_id, p.name as assessor_name, r.programme_id, r.released_at,
         r.frame_hash, r.opened_at, r.closed_at, coalesce(c.assigned, 0) as assigned, coalesce(c.settled, 0) as settled
  from round r
  left join questionnaire_version q on q.hash = r.questionnaire_hash
  left join counted c on c.round_id = r.id
  left join person p on p.id = r.assessor_id
  where r.street_id = ${streetId} and (${roundId}::uuid is null or r.id = ${roundId})
    and (${unreleased} or ${isVisible(db)})
    and r.scope -> 'communityIds' ?| ${db.array([...communityIds])}::text[]
  order by r.starts_on desc, r.created_at desc, r.id`;

export type RoundWrite = {
  id: string;
  name: string;
  purpose: Purpose;
  startsOn: string;
  deadline: string;
  attemptsWanted: number;
  windows: RoundWindow[];
  quiet: TimeWindow[];
  questionnaireHash: string | null;
  visitFormHash: string;
  statement: string;
  materials: readonly string[];
  scope: unknown;
  assessorId: string | null;
  /** Set when the round is made, and never changed. */
  programmeId?: string | null;
};

export const insertRound = (
  tx: Transaction,
  streetId: string,
  round: RoundWrite,
  by: { at: string; personId: string | null; changeNumber: number },
) => tx`
  insert into round (
    street_id, id, name, purpose, state, starts_on, deadline, attempts_wanted, windows, quiet, questionnaire_hash,
    visit_form_hash, statement, materials, scope, assessor_id, programme_id, created_at, created_by, change_number)
  values (
    ${streetId}, ${round.id}, ${round.name}, ${round.purpose}, 'draft', ${round.startsOn}, ${round.deadline},
    ${round.attemptsWanted}, ${tx.json(round.windows)}, ${tx.json(round.quiet)},
    ${round.questionnaireHash}, ${round.visitFormHash}, ${round.statement},
    ${tx.json([...round.materials])}, ${tx.json(round.scope as never)}, ${round.assessorId}, ${round.programmeId ?? null}, ${by.at}, ${by.personId}, ${by.changeNumber})`;

export const updateRound = (tx: Transaction, streetId: string, round: RoundWrite, changeNumber: number) => tx`
  update round
  set name = ${round.name}, purpose = ${round.purpose}, starts_on = ${round.startsOn}, deadline = ${round.deadline},
      attempts_wanted = ${round.attemptsWanted}, windows = ${tx.json(round.windows)},
      quiet = ${tx.json(round.quiet)}, questionnaire_hash = ${round.questionnaireHash},
      visit_form_hash = ${round.visitFormHash}, statement = ${round.statement},
      materials = ${tx.json([...round.materials])}, scope = ${tx.json(round.scope as never)},
      assessor_id = ${round.assessorId}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${round.id} and state = 'draft'`;

export const replaceRoundTeams = async (
  tx: Transaction,
  streetId: string,
  roundId: string,
  teamIds: readonly string[],
) => {
  await tx`delete from round_team where street_id = ${streetId} and round_id = ${roundId}`;
  await tx`
    insert into round_team (street_id, round_id, team_id)
    select ${streetId}::uuid, ${roundId}::uuid, t.id
    from team t
    where t.street_id = ${streetId} and t.id = any(${tx.array([...teamIds])}::uuid[]) and t.disbanded_at is null
      and t.round_id is null`;
};

export const deleteDraft = (tx: Transaction, streetId: string, roundId: string) => tx`
  delete from round where street_id = ${streetId} and id = ${roundId} and state = 'draft'`;

/** Assessors' rounds have names of their own: one that is taken would tell of them. */
export const countOtherNames = (
  db: Db,
  streetId: string,
  { id, name, assessorId }: Pick<RoundWrite, 'id' | 'name' | 'assessorId'>,
) => db<{ count: number }[]>`
  select count(*)::int as count from round
  where street_id = ${streetId} and name = ${name} and id <> ${id}
    and (assessor_id is null) = ${assessorId === null}`;

export const countUsableTeams = (
  db: Db,
  streetId: string,
  teamIds: readonly string[],
  communityIds: readonly string[],
) => db<{ count: number }[]>`
  select count(*)::int as count from team
  where street_id = ${streetId} and id = any(${db.array([...teamIds])}::uuid[])
    and community_id = any(${db.array([...communityIds])}::uuid[]) and disbanded_at is null
    and round_id is null`;

export type VersionState = { kind: string; retired: boolean };

export const findVersionState = (db: Db, hash: string) => db<VersionState[]>`
  select kind, retired_at is not null as retired from questionnaire_version where hash = ${hash}`;

export type LockedRound = RoundWrite & {
  state: RoundState;
  scope: RoundScope;
  teamIds: string[];
  releasedAt: string | null;
  /** Of its programme, where it belongs to one. */
  programmeSeed: string | null;
};

/** The street's head row is locked: nothing else changes the round meanwhile. */
export const findRound = (tx: Transaction, streetId: string, roundId: string) => tx<LockedRound[]>`
  select r.id, r.name, r.purpose, r.state, r.starts_on, r.deadline, r.attempts_wanted, r.windows,
         r.quiet, r.questionnaire_hash,
         r.visit_form_hash, r.statement, r.materials, r.scope, r.assessor_id, r.released_at,
         array(
           select rt.team_id from round_team rt where rt.street_id = r.street_id and rt.round_id = r.id
         ) as team_ids,
         p.seed as programme_seed
  from round r
  left join programme p on p.id = r.programme_id
  where r.street_id = ${streetId} and r.id = ${roundId}`;

export const markOpened = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  frameHash: string,
  at: string,
  changeNumber: number,
) => tx`
  update round set state = 'open', frame_hash = ${frameHash}, opened_at = ${at}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${roundId}`;

export const markClosed = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  at: string,
  changeNumber: number,
) => tx`
  update round set state = 'closed', closed_at = ${at}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${roundId}`;

/** What was still open counts as it stood: nothing more will be tried. */
export const settleVisited = (tx: Transaction, streetId: string, roundId: string, changeNumber: number) => tx`
  update assignment set settled = true, change_number = ${changeNumber}
  where street_id = ${streetId} and round_id = ${roundId} and outcome is not null and not settled`;
