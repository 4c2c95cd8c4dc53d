import { addDays, dayOf } from '@huhudao/domain';
import { longestAppointmentLink, makeAppointmentLink } from '@huhudao/protocol';
import type { Round } from '../local/reference.types.ts';

/**
 * A link by which the resident of a door chooses a time, signed with this tablet's key: it needs no network. Null where
 * one does not visit in the round. `origin`: where this app was opened. `now`: milliseconds since 1970.
 */
export async function slipLink(
  { id, deadline, slip }: Pick<Round, 'id' | 'deadline' | 'slip'>,
  door: { streetId: string; householdId: string },
  origin: string,
  now: number,
): Promise<string | null> {
  if (slip === undefined) return null;
  const latest = addDays(dayOf(now), longestAppointmentLink);
  const expiresOn = deadline < latest ? deadline : latest;
  const link = { ...door, roundId: id, maker: slip.maker, expiresOn };
  return makeAppointmentLink(slip.origin ?? origin, slip.key, link);
}
