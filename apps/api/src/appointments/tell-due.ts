/** Tells teams on the day of the appointments at their doors, once each; looked for every few minutes. */
import { dayOf, isAppointmentDue } from '@huhudao/domain';
import type { Announce } from '../http/announce.ts';
import type { Deps } from '../http/deps.ts';
import { describeError } from '../http/describe-error.ts';
import { inStreet, streetCommand } from '../http/transaction.ts';
import * as queries from './due.queries.ts';

const nobody = { personId: null, deviceId: null };

/** A street that fails stops no other. */
export async function tellDueEverywhere(deps: Deps, announce: Announce): Promise<void> {
  await deps.areas.refresh();
  for (const { id, kind } of deps.areas.all()) {
    if (kind !== 'street') continue;
    try {
      await tellDue(deps, id, announce);
    } catch (error) {
      deps.log.error({ streetId: id, error: describeError(error) }, 'telling of appointments failed');
    }
  }
}

/** Asked without the street's lock first: most of the time there is nothing to tell. */
async function tellDue(deps: Deps, streetId: string, announce: Announce): Promise<void> {
  const now = deps.now().toISOString();
  const due = await queries.listUntold(deps.sql, streetId, dayOf(now));
  if (!due.some((one) => isAppointmentDue(one, now))) return;
  await inStreet(deps, streetId, nobody, tellAppointments, { announce });
}

const tellAppointments = streetCommand({
  action: 'appointment.told',
  subject: (_input: { announce: Announce }, count: number) => ({ count }),
  run: async (tx, { announce }): Promise<number> => {
    const untold = await queries.listUntold(tx.sql, tx.streetId, dayOf(tx.at));
    const due = untold.filter((one) => isAppointmentDue(one, tx.at));
    for (const { cause, roundId, stairwellId, householdId, teamId, day, from, until } of due) {
      const facts = { day, window: { from, until } };
      const place = { stairwellId, householdId };
      await announce(tx, { kind: 'appointmentDue', cause, roundId, place, teamIds: [teamId], facts });
    }
    return due.length;
  },
});
