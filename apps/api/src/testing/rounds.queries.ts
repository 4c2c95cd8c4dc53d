import type { Db } from '@huhudao/db';

export const insertVersion = (
  db: Db,
  row: {
    questionnaireId: string;
    hash: string;
    kind: string;
    title: unknown;
    definition: unknown;
    compiled: unknown;
    at: string;
  },
) => db`
  with q as (
    insert into questionnaire (id, kind, title, created_at)
    values (${row.questionnaireId}, ${row.kind}, ${db.json(row.title as never)}, ${row.at})
  )
  insert into questionnaire_version (hash, questionnaire_id, number, kind, title, definition, compiled, codebook, published_at)
  values (${row.hash}, ${row.questionnaireId}, 1, ${row.kind}, ${db.json(row.title as never)},
          ${db.json(row.definition as never)}, ${db.json(row.compiled as never)}, '[]'::jsonb, ${row.at})`;

export const insertOpenRound = (
  db: Db,
  row: {
    streetId: string;
    id: string;
    name: string;
    purpose: string;
    questionnaireHash: string;
    visitFormHash: string;
    communityIds: string[];
    createdBy: string;
    startsOn: string;
    deadline: string;
    openedAt: string;
  },
) => db`
  insert into round (street_id, id, name, purpose, state, starts_on, deadline, questionnaire_hash, visit_form_hash,
    statement, materials, scope, opened_at, created_at, created_by, change_number)
  values (${row.streetId}, ${row.id}, ${row.name}, ${row.purpose}, 'open', ${row.startsOn}, ${row.deadline},
    ${row.questionnaireHash}, ${row.visitFormHash}, '了解情况', '[]'::jsonb,
    ${db.json({ communityIds: row.communityIds })}, ${row.openedAt}, ${row.openedAt}, ${row.createdBy}, 1)`;

export const insertRoundTeam = (db: Db, streetId: string, roundId: string, teamId: string) => db`
  insert into round_team (street_id, round_id, team_id) values (${streetId}, ${roundId}, ${teamId})`;

export const insertTeam = (
  db: Db,
  row: { streetId: string; id: string; communityId: string; name: string; leaderId: string },
) => db`
  insert into team (street_id, id, community_id, name, leader_id)
  values (${row.streetId}, ${row.id}, ${row.communityId}, ${row.name}, ${row.leaderId})`;

export const insertTeamMember = (db: Db, streetId: string, teamId: string, personId: string) => db`
  insert into team_member (street_id, team_id, person_id) values (${streetId}, ${teamId}, ${personId})`;

export const assignAll = (
  db: Db,
  streetId: string,
  roundId: string,
  teamId: string,
  communityId: string,
) => db`
  insert into assignment (street_id, round_id, household_id, community_id, stairwell_id, team_id, change_number)
  select h.street_id, ${roundId}, h.id, h.community_id, h.stairwell_id, ${teamId}, 1
  from household h
  where h.street_id = ${streetId} and h.community_id = ${communityId}`;

/** The rows of the test street are stamped with 1: its head stands there too. */
export const startCounting = (db: Db, streetId: string) => db`
  update street_head set change_number = 1 where street_id = ${streetId}`;
