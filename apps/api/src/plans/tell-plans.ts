/** Tells people of plans: the team, whoever made the plan, and whoever looks after the stairwell. */
import { dayOf, planChanges } from '@huhudao/domain';
import type { Announce, Announcement, Retract } from '../http/announce.ts';
import type { StreetTx } from '../http/transaction.ts';
import * as queries from './plans.queries.ts';

export type PlanTelling = { announce: Announce; retract: Retract };

/** One cause a plan and transaction. */
const changeOf = ({ id }: { id: string }, { changeNumber }: StreetTx): string => `plan ${id} ${changeNumber}`;

/** `by`: who is told besides the team. */
const announcementOf = (
  plan: queries.ToldPlan,
  by: readonly string[],
): Omit<Announcement, 'kind' | 'teamIds'> => ({
  roundId: plan.roundId,
  place: { stairwellId: plan.stairwellId },
  personIds: by,
  aboutTeamId: plan.teamId,
  facts: { day: plan.day, window: { from: plan.from, until: plan.until } },
});

/**
 * Tells what this transaction has done to the plans of a stairwell, anew after each change: a plan that is taken back and
 * made for another day in one push was moved, and one that was made and taken back offline is nobody's news.
 */
export async function tellChanges(
  tx: StreetTx,
  { announce, retract }: PlanTelling,
  at: { roundId: string; stairwellId: string },
): Promise<void> {
  const { sql, streetId } = tx;
  const plans = await queries.listChangedNow(sql, streetId, at, tx);
  await retract(
    tx,
    plans.map((plan) => changeOf(plan, tx)),
  );
  const stewards = await queries.listStewards(sql, streetId, at.stairwellId, dayOf(tx.at));
  const stewardIds = stewards.map(({ personId }) => personId);
  for (const { kind, plan, before } of planChanges(plans)) {
    const makers = before === null ? [plan.createdBy] : [plan.createdBy, before.createdBy];
    const teamIds = before === null ? [plan.teamId] : [plan.teamId, before.teamId];
    const told = announcementOf(plan, [...makers, ...stewardIds]);
    await announce(tx, { ...told, kind, cause: changeOf(plan, tx), teamIds });
  }
}

/** A slot that passed without a visit made way for another team's. */
export async function tellReturned(
  tx: StreetTx,
  { announce }: PlanTelling,
  plans: readonly queries.ToldPlan[],
): Promise<void> {
  for (const plan of plans) {
    const told = announcementOf(plan, [plan.createdBy]);
    await announce(tx, { ...told, kind: 'planReturned', teamIds: [plan.teamId] });
  }
}

/** Whoever proposed a plan hears that the team's leader said yes; the team knows of the plan already. */
export async function tellAccepted(
  tx: StreetTx,
  { announce }: PlanTelling,
  plan: queries.ToldPlan,
): Promise<void> {
  await announce(tx, { ...announcementOf(plan, [plan.createdBy]), kind: 'planAccepted', teamIds: [] });
}
