import { dayOf, holdsStairwell, refusePlan, type PlanRequest } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import { refused, type ApplyRecords, type RecordResult } from '../http/records.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as queries from './plans.queries.ts';
import { tellAccepted, tellChanges, tellReturned, type PlanTelling } from './tell-plans.ts';

export type PlanInput = PlanRequest & { id: string; roundId: string; note: string | null };

/** What a leader plans for their own team is accepted at once. @throws Problem with the domain's refusal; roundUnknown */
async function plan(tx: StreetTx, telling: PlanTelling, input: PlanInput): Promise<void> {
  const { roundId, stairwellId } = input;
  const [row] = await queries.findPlanContext(
    tx.sql,
    tx.streetId,
    roundId,
    stairwellId,
    tx.actor.personId,
    dayOf(tx.at),
  );
  if (row === undefined) throw new Problem('roundUnknown');
  const standing = await queries.listPlansOn(tx.sql, tx.streetId, input.day);
  const holding = standing.filter((slot) => slot.teamId === input.teamId || holdsStairwell(slot, tx.at));
  const refusal = refusePlan(input, {
    round: { startsOn: row.startsOn, deadline: row.deadline, open: row.state === 'open' },
    teamIds: row.teamIds,
    stairwellIds: row.stairwellInRound ? [stairwellId] : [],
    mine: { stairwellIds: row.looksAfter ? [stairwellId] : [], teamIds: row.ledTeamIds },
    plans: holding,
  });
  if (refusal !== undefined) throw new Problem(refusal);
  const { streetId, at, changeNumber } = tx;
  const returned = standing.filter((slot) => slot.stairwellId === stairwellId && !holding.includes(slot));
  const ids = returned.map(({ id }) => id);
  if (ids.length > 0) await queries.markReturned(tx.sql, streetId, ids, at, changeNumber);
  const acceptedAt = row.ledTeamIds.includes(input.teamId) ? at : null;
  const createdBy = tx.actor.personId;
  await queries.insertPlan(tx.sql, { ...input, streetId, at, changeNumber, createdBy, acceptedAt });
  await tellReturned(tx, telling, returned);
  await tellChanges(tx, telling, input);
}

/** Who may plan a stairwell may take its plans back. @throws Problem notFound, planNotYours */
async function cancel(tx: StreetTx, telling: PlanTelling, planId: string): Promise<void> {
  const [standing] = await queries.findPlan(tx.sql, tx.streetId, planId);
  if (standing === undefined) throw new Problem('notFound');
  if (standing.cancelledAt !== null) return;
  const { roundId, stairwellId, teamId } = standing;
  const [row] = await queries.findPlanContext(
    tx.sql,
    tx.streetId,
    roundId,
    stairwellId,
    tx.actor.personId,
    dayOf(tx.at),
  );
  if (row === undefined || (!row.looksAfter && !row.ledTeamIds.includes(teamId)))
    throw new Problem('planNotYours');
  await queries.markCancelled(tx.sql, tx.streetId, planId, tx.at, tx.changeNumber);
  await tellChanges(tx, telling, standing);
}

/**
 * The leader says yes for the team. Whatever happened meanwhile, saying it (again) is no error: a plan that was taken
 * back or gave its stairwell back stays so.
 *
 * @throws Problem notFound, planNotYours
 */
async function accept(tx: StreetTx, telling: PlanTelling, planId: string): Promise<void> {
  const [standing] = await queries.findPlan(tx.sql, tx.streetId, planId);
  if (standing === undefined) throw new Problem('notFound');
  if (standing.leaderId !== tx.actor.personId) throw new Problem('planNotYours');
  const { count } = await queries.markAccepted(tx.sql, tx.streetId, planId, tx.at, tx.changeNumber);
  if (count > 0) await tellAccepted(tx, telling, standing);
}

export const makePlan = streetCommand({
  action: 'plan.made',
  subject: (input: PlanInput & { telling: PlanTelling }) => ({
    planId: input.id,
    roundId: input.roundId,
    stairwellId: input.stairwellId,
    teamId: input.teamId,
  }),
  run: (tx, { telling, ...input }) => plan(tx, telling, input),
});

export const cancelPlan = streetCommand({
  action: 'plan.cancelled',
  subject: (input: { planId: string; telling: PlanTelling }) => ({ planId: input.planId }),
  run: (tx, input) => cancel(tx, input.telling, input.planId),
});

/** Plans made offline, in the order of the tablet. */
export const planVisits =
  (telling: PlanTelling): ApplyRecords<'planVisit'> =>
  (tx, records) =>
    inOrder(records, ({ id, payload }) => plan(tx, telling, { ...payload, id, note: payload.note ?? null }));

export const cancelPlans =
  (telling: PlanTelling): ApplyRecords<'cancelPlan'> =>
  (tx, records) =>
    inOrder(records, ({ payload }) => cancel(tx, telling, payload.planId));

export const acceptPlans =
  (telling: PlanTelling): ApplyRecords<'acceptPlan'> =>
  (tx, records) =>
    inOrder(records, ({ payload }) => accept(tx, telling, payload.planId));

async function inOrder<R extends { id: string; sequence: number }>(
  records: readonly R[],
  apply: (record: R) => Promise<void>,
): Promise<RecordResult[]> {
  const results: RecordResult[] = [];
  for (const record of records.toSorted((a, b) => a.sequence - b.sequence)) {
    try {
      await apply(record);
      results.push({ id: record.id, result: 'accepted' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      results.push(refused(record.id, error.code, error.details));
    }
  }
  return results;
}
