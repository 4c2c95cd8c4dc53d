import type { Db, Transaction } from '@huhudao/db';
import type { Outcome, Purpose, RoundState, RoundWindow, TimeWindow } from '@huhudao/domain';

export type DoorRow = {
  communityId: string;
  stairwellId: string;
  teamId: string | null;
  settled: boolean;
  doNotContact: boolean;
  roundState: RoundState;
  purpose: Purpose;
  statement: string;
  startsOn: string;
  deadline: string;
  windows: RoundWindow[];
  /** Hours in which nobody knocks: those of the round, and those of the door. */
  quiet: TimeWindow[];
  phone: string | null;
  tokenHash: Buffer | null;
  day: string | null;
  from: string | null;
  until: string | null;
  note: string | null;
  chosenAt: string | null;
  withdrawnAt: string | null;
};

/** A door of a round, and what was chosen for it last. */
export const findDoor = (db: Db, streetId: string, roundId: string, householdId: string) => db<DoorRow[]>`
  select a.community_id, a.stairwell_id, a.team_id, a.settled, h.do_not_contact, r.state as round_state, r.purpose,
         r.statement, r.starts_on, r.deadline, r.windows, r.quiet || h.quiet as quiet, nullif(b.phone, '') as phone, c.token_hash, c.day,
         c.starts_at as "from", c.ends_at as until, c.note, c.chosen_at, c.withdrawn_at
  from assignment a
  join round r on r.street_id = a.street_id and r.id = a.round_id
  join household h on h.street_id = a.street_id and h.id = a.household_id and h.removed_at is null
  left join notice_board b on b.street_id = a.street_id and b.community_id = a.community_id
  left join resident_appointment c
    on c.street_id = a.street_id and c.round_id = a.round_id and c.household_id = a.household_id
  where a.street_id = ${streetId} and a.round_id = ${roundId} and a.household_id = ${householdId}`;

/** The visits of a door that may have ended what was chosen. */
export const listVisits = (db: Db, streetId: string, roundId: string, householdId: string) => db<
  { outcome: Outcome; occurredAt: string }[]
>`
  select outcome, occurred_at from visit
  where street_id = ${streetId} and household_id = ${householdId} and round_id = ${roundId}`;

/** What other households of a team's doors, or of a stairwell nobody has, chose from a day on. */
export const listTaken = (
  db: Db,
  streetId: string,
  door: { roundId: string; householdId: string; stairwellId: string; teamId: string | null; from: string },
) => db<{ day: string; from: string }[]>`
  select c.day, c.starts_at as "from"
  from resident_appointment c
  join assignment a on a.street_id = c.street_id and a.round_id = c.round_id and a.household_id = c.household_id
  where c.street_id = ${streetId} and c.round_id = ${door.roundId} and c.household_id <> ${door.householdId}
    and c.withdrawn_at is null and c.day >= ${door.from} and not a.settled
    and (a.team_id = ${door.teamId}::uuid or ${door.teamId}::uuid is null and a.stairwell_id = ${door.stairwellId})`;

/** Whether a tablet is known and was not revoked. */
export const findMaker = (db: Db, deviceId: string) => db<{ revokedAt: string | null }[]>`
  select revoked_at from device where id = ${deviceId}`;

export type ChosenRow = {
  roundId: string;
  householdId: string;
  tokenHash: Uint8Array;
  day: string;
  from: string;
  until: string;
  note: string | null;
  chosenAt: string;
};

export const upsertChosen = (tx: Transaction, streetId: string, row: ChosenRow) => tx`
  insert into resident_appointment (
    street_id, round_id, household_id, token_hash, day, starts_at, ends_at, note, chosen_at)
  values (${streetId}, ${row.roundId}, ${row.householdId}, ${row.tokenHash}, ${row.day}, ${row.from}, ${row.until},
    ${row.note}, ${row.chosenAt})
  on conflict (street_id, round_id, household_id) do update
  set token_hash = excluded.token_hash, day = excluded.day, starts_at = excluded.starts_at,
      ends_at = excluded.ends_at, note = excluded.note, chosen_at = excluded.chosen_at, withdrawn_at = null`;

/** The note goes with it: nobody needs it any more. */
export const markWithdrawn = (
  tx: Transaction,
  streetId: string,
  { roundId, householdId }: Pick<ChosenRow, 'roundId' | 'householdId'>,
  at: string,
) => tx`
  update resident_appointment set withdrawn_at = ${at}, note = null
  where street_id = ${streetId} and round_id = ${roundId} and household_id = ${householdId}`;

/** Tablets pull the door again. */
export const markDoorChanged = (
  tx: Transaction,
  streetId: string,
  { roundId, householdId }: Pick<ChosenRow, 'roundId' | 'householdId'>,
  changeNumber: number,
) => tx`
  update assignment set change_number = ${changeNumber}
  where street_id = ${streetId} and round_id = ${roundId} and household_id = ${householdId}`;
