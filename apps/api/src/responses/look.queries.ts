import type { Db } from '@huhudao/db';
import type { CompletionMode } from '@huhudao/domain';

export const findHousehold = (db: Db, streetId: string, id: string) => db<{ communityId: string }[]>`
  select community_id from household where street_id = ${streetId} and id = ${id}`;

export type NamedResponse = {
  id: string;
  roundName: string;
  identityMode: 'named';
  completionMode: CompletionMode;
  complete: boolean;
  receivedAt: string;
  versionHash: string;
  answers: Record<string, unknown>;
};

/** A household's named responses, the latest first; those of an assessor's round once it is released. */
export const listNamed = (db: Db, streetId: string, householdId: string) => db<NamedResponse[]>`
  select s.id, r.name as round_name, s.identity_mode, s.completion_mode, s.complete, s.received_at, s.version_hash,
         s.answers
  from response s
  join round r on r.street_id = s.street_id and r.id = s.round_id
  where s.street_id = ${streetId} and s.household_id = ${householdId} and s.identity_mode = 'named'
    and (r.assessor_id is null or r.released_at is not null)
  order by s.received_at desc, s.id desc`;
