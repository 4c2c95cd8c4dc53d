import type { Db } from '@huhudao/db';

/** Of a notice `n`: the tables its address is in, for `noticePlace`. */
export const placesOfNotice = (db: Db) => db`
  left join stairwell s on s.street_id = n.street_id and s.id = n.stairwell_id
  left join building b on b.street_id = s.street_id and b.id = s.building_id
  left join compound k on k.street_id = b.street_id and k.id = b.compound_id
  left join household h on h.street_id = n.street_id and h.id = n.household_id`;

/** The address a notice leads to, and nobody behind the door. */
export const noticePlace = (db: Db) => db`
  case when s.id is not null then jsonb_build_object(
    'stairwellId', s.id, 'householdId', h.id, 'compound', k.name, 'building', b.label, 'stairwell', s.label,
    'room', h.room) end`;
