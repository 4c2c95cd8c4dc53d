import type { Sql } from '@huhudao/db';

type Answers = Record<string, unknown>;

export const listVisits = (sql: Sql, roundId: string) => sql<{ householdId: string; outcome: string }[]>`
  select household_id, outcome from visit where round_id = ${roundId}`;

export const listLinked = (sql: Sql, roundId: string) => sql<
  { householdId: string; identityMode: string; completionMode: string; answers: Answers }[]
>`
  select household_id, identity_mode, completion_mode, answers from response where round_id = ${roundId}`;

export const listAnonymous = (sql: Sql, roundId: string) => sql<
  { communityId: string; completionMode: string; answers: Answers }[]
>`
  select community_id, completion_mode, answers from anonymous_response where round_id = ${roundId}`;

/** Responses of a round by community and identity mode. */
export const countModes = (sql: Sql, roundId: string) => sql<
  { community: string; mode: string; count: number }[]
>`
  select area.name as community, mode, count(*)::int as count
  from (
    select community_id, identity_mode as mode from response where round_id = ${roundId}
    union all
    select community_id, 'anonymous' from anonymous_response where round_id = ${roundId}
  ) responses
  join area on area.id = community_id
  group by area.name, mode
  order by area.name, mode`;

export const listFlagged = (sql: Sql, roundId: string) => sql<{ householdId: string; reason: string }[]>`
  select household_id, reason from revisit where round_id = ${roundId}`;

/** How many of these records are visits the office holds. */
export const countVisits = (sql: Sql, ids: readonly string[]) => sql<{ count: number }[]>`
  select count(*)::int as count from visit where id = any(${[...ids]}::uuid[])`;

/** Records of tablets that could not be accepted. */
export const countQuarantined = (sql: Sql) => sql<{ count: number }[]>`
  select count(*)::int as count from quarantine`;
