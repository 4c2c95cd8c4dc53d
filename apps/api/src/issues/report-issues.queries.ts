import type { Db, Transaction } from '@huhudao/db';
import type { IssueCategory, PhotoType } from '@huhudao/domain';
import { knownTo } from '../http/rounds.queries.ts';

/** A door that a record names, by the record's id. */
export type ReportedDoor = { id: string; householdId: string; roundId: string | null };

/** The communities of doors that are there; one that is said to be of a round must be on the list of one that the person may know of. */
export const listReportedDoors = (
  db: Db,
  streetId: string,
  doors: readonly ReportedDoor[],
  personId: string | null,
) => db<{ id: string; communityId: string }[]>`
  select d.id, h.community_id
  from unnest(${db.array(doors.map((door) => door.id))}::uuid[],
              ${db.array(doors.map((door) => door.householdId))}::uuid[],
              ${db.array(doors.map((door) => door.roundId))}::uuid[]) as d (id, household_id, round_id)
  join household h on h.street_id = ${streetId} and h.id = d.household_id
  where d.round_id is null or exists (
    select 1
    from assignment a
    join round r on r.street_id = a.street_id and r.id = a.round_id
    where a.street_id = ${streetId} and a.round_id = d.round_id and a.household_id = d.household_id
      and ${knownTo(db, personId)})`;

export type IssueRow = {
  id: string;
  householdId: string;
  communityId: string;
  roundId: string | null;
  category: IssueCategory;
  note: string;
  mayNameDoor: boolean;
  reportedAt: string;
  reportedOn: string;
  receivedAt: string;
};

export const insertIssues = (
  tx: Transaction,
  streetId: string,
  rows: readonly IssueRow[],
  by: { personId: string; deviceId: string | null; changeNumber: number },
) => tx`
  insert into issue (
    street_id, id, household_id, community_id, round_id, category, note, may_name_door, state, person_id, device_id,
    reported_at, reported_on, received_at, change_number)
  select ${streetId}::uuid, i.id, i."householdId", i."communityId", i."roundId", i.category, i.note, i."mayNameDoor",
         'reported', ${by.personId}::uuid, ${by.deviceId}::uuid, i."reportedAt", i."reportedOn", i."receivedAt",
         ${by.changeNumber}::bigint
  from jsonb_to_recordset(${tx.json([...rows])}) as i (
    id uuid, "householdId" uuid, "communityId" uuid, "roundId" uuid, category text, note text, "mayNameDoor" boolean,
    "reportedAt" timestamptz, "reportedOn" date, "receivedAt" timestamptz)`;

export type IssuePhotoRow = {
  issueId: string;
  position: number;
  digest: string;
  size: number;
  type: PhotoType;
};

export const insertIssuePhotos = (tx: Transaction, streetId: string, rows: readonly IssuePhotoRow[]) => tx`
  insert into issue_photo (street_id, issue_id, position, digest, size, type)
  select ${streetId}::uuid, p."issueId", p.position, p.digest, p.size, p.type
  from jsonb_to_recordset(${tx.json([...rows])}) as p (
    "issueId" uuid, position smallint, digest text, size integer, type text)`;
