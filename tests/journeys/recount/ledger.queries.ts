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

export const listFlagged = (sql: Sql, roundId: string) => sql<{ householdId: string; reason: string }[]>`
  select household_id, reason from revisit where round_id = ${roundId}`;

/** How many of these records are visits the office holds. */
export const countVisits = (sql: Sql, ids: readonly string[]) => sql<{ count: number }[]>`
  select count(*)::int as count from visit where id = any(${[...ids]}::uuid[])`;

/** Records of tablets that could not be accepted. */
export const countQuarantined = (sql: Sql) => sql<{ count: number }[]>`
  select count(*)::int as count from quarantine`;
