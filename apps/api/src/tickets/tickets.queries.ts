import type { Db, Transaction } from '@huhudao/db';
import type { RoundState } from '@huhudao/domain';

export type RoundRow = {
  state: RoundState;
  deadline: string;
  questionnaireHash: string | null;
  takesPart: boolean;
};

/** The round tickets are asked for, and whether the person is in or leads a team of it. */
export const findRound = (db: Db, streetId: string, roundId: string, personId: string | null) => db<
  RoundRow[]
>`
  select r.state, r.deadline, r.questionnaire_hash,
         exists (
           select 1
           from round_team rt
           join team t on t.street_id = rt.street_id and t.id = rt.team_id
           where rt.street_id = r.street_id and rt.round_id = r.id
             and (t.leader_id = ${personId} or exists (
               select 1 from team_member m
               where m.street_id = t.street_id and m.team_id = t.id and m.person_id = ${personId}))
         ) as takes_part
  from round r
  where r.street_id = ${streetId} and r.id = ${roundId}`;

/** Hashes are hexadecimal; sorted by them, so that their order tells nothing. */
export const insertTickets = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  expiresOn: string,
  hashes: readonly string[],
) => tx`
  insert into answer_ticket (street_id, token_hash, round_id, expires_on)
  select ${streetId}::uuid, decode(h.hash, 'hex'), ${roundId}::uuid, ${expiresOn}::date
  from unnest(${tx.array(hashes.toSorted())}::text[]) as h (hash)`;

export type TicketRow = {
  roundId: string;
  expiresOn: string;
  /** Hexadecimal; null until it was used. */
  receipt: string | null;
  roundState: RoundState;
  questionnaireHash: string | null;
  statement: string;
};

export const findTicket = (db: Db, streetId: string, tokenHash: Uint8Array) => db<TicketRow[]>`
  select t.round_id, t.expires_on, encode(t.receipt, 'hex') as receipt, r.state as round_state,
         r.questionnaire_hash, r.statement
  from answer_ticket t
  join round r on r.street_id = t.street_id and r.id = t.round_id
  where t.street_id = ${streetId} and t.token_hash = ${tokenHash}`;

export const markUsed = (tx: Transaction, streetId: string, tokenHash: Uint8Array, receipt: string) => tx`
  update answer_ticket set receipt = decode(${receipt}, 'hex')
  where street_id = ${streetId} and token_hash = ${tokenHash} and receipt is null`;

export const findDefinition = (db: Db, hash: string) => db<{ definition: Record<string, unknown> }[]>`
  select definition from questionnaire_version where hash = ${hash}`;
