import type { Db, Transaction } from '@huhudao/db';
import type { RoundState } from '@huhudao/domain';
import { knownTo, takesPart } from '../http/rounds.queries.ts';

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
         ${takesPart(db, personId)} as takes_part
  from round r
  where r.street_id = ${streetId} and r.id = ${roundId} and ${knownTo(db, personId)}`;

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

/**
 * Marks a ticket as used, and writes up to `mixedWith` used ones of its round anew with it, in an order that tells
 * nothing: its place in the table and its transaction would otherwise tell when it was used (decision 019).
 */
export const markUsed = (
  tx: Transaction,
  streetId: string,
  used: { tokenHash: Uint8Array; roundId: string; receipt: string },
  mixedWith: number,
) => tx`
  with chosen as (
    select t.token_hash
    from answer_ticket t
    where t.street_id = ${streetId} and t.round_id = ${used.roundId} and t.receipt is not null
    order by gen_random_uuid()
    limit ${mixedWith}
  ), taken as (
    delete from answer_ticket t
    where t.street_id = ${streetId}
      and (t.token_hash = ${used.tokenHash} or t.token_hash in (select c.token_hash from chosen c))
    returning t.token_hash, t.round_id, t.expires_on, t.receipt
  )
  insert into answer_ticket (street_id, token_hash, round_id, expires_on, receipt)
  select ${streetId}::uuid, t.token_hash, t.round_id, t.expires_on, coalesce(t.receipt, decode(${used.receipt}, 'hex'))
  from taken t
  order by gen_random_uuid()`;

export const findDefinition = (db: Db, hash: string) => db<{ definition: Record<string, unknown> }[]>`
  select definition from questionnaire_version where hash = ${hash}`;
