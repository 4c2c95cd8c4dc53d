import { canBecome, dayOf, waitingStates, type RevisitState, type Topic } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as queries from './revisits.queries.ts';

/** Between what a rule of ours raises at once and what can wait. */
const manualPriority = 2;

export type ManualInput = {
  id: string;
  householdId: string;
  communityIds: readonly string[];
  dueOn: string;
  topics: readonly Topic[];
  note: string | null;
};

/** @throws Problem notFound, householdDoNotContact, revisitWaiting, invalidRequest */
export const raiseManually = streetCommand({
  action: 'revisit.raised',
  subject: (input: ManualInput) => ({ revisitId: input.id, householdId: input.householdId }),
  run: async (tx, input) => {
    const [household] = await queries.findHousehold(tx.sql, tx.streetId, input.householdId);
    if (household === undefined || !input.communityIds.includes(household.communityId))
      throw new Problem('notFound');
    if (household.doNotContact) throw new Problem('householdDoNotContact');
    if (input.dueOn < dayOf(tx.at)) throw wrong('dueOn', 'too_small');
    const { communityId } = household;
    const revisit = { ...input, communityId, priority: manualPriority };
    const by = { at: tx.at, personId: tx.actor.personId, changeNumber: tx.changeNumber };
    const [raised] = await queries.insertManual(tx.sql, tx.streetId, revisit, by);
    if (raised === undefined) throw new Problem('revisitWaiting');
  },
});

export type HandleInput = {
  revisitId: string;
  reach: queries.Reach;
  /** Areas where a grant makes somebody fit to own a revisit, by its community. */
  homeOf: (communityId: string) => readonly string[];
  change: Change;
};

export type Change = {
  state?: RevisitState | undefined;
  ownerId?: string | null | undefined;
  plannedOn?: string | null | undefined;
  cause?: string | undefined;
  explanation?: string | undefined;
  promise?: string | undefined;
};

const ownerRoles = ['worker', 'teamLeader', 'communityOffice', 'streetOffice'];

/** @throws Problem notFound, revisitStateWrong, causeMissing, personUnsuitable, invalidRequest */
export const handleRevisit = streetCommand({
  action: 'revisit.handled',
  subject: (input: HandleInput, state: RevisitState) => ({ revisitId: input.revisitId, state }),
  run: async (tx, { revisitId, reach, homeOf, change }): Promise<RevisitState> => {
    const [revisit] = await queries.findRevisit(tx.sql, reach, revisitId);
    if (revisit === undefined) throw new Problem('notFound');
    const next = nextOf(revisit, change);
    if (next.ownerId !== null && next.ownerId !== revisit.ownerId)
      await checkOwner(tx, next.ownerId, homeOf(revisit.communityId));
    const by = { at: tx.at, personId: tx.actor.personId, changeNumber: tx.changeNumber };
    await queries.updateRevisit(tx.sql, tx.streetId, revisitId, next, by);
    return next.state;
  },
});

async function checkOwner(tx: StreetTx, personId: string, areaIds: readonly string[]): Promise<void> {
  const [grants] = await queries.countGrants(tx.sql, personId, ownerRoles, areaIds);
  if (grants === undefined || grants.count === 0) throw new Problem('personUnsuitable', { personId });
}

type Standing = Pick<
  queries.RevisitRow,
  'state' | 'ownerId' | 'plannedOn' | 'cause' | 'explanation' | 'promise'
>;

/** How a revisit stands after a change; the day it is planned on and its state go together. */
function nextOf(before: Standing, change: Change): queries.RevisitChange {
  const state = change.state ?? stateBy(before, change.plannedOn);
  if (!waitingStates.includes(before.state)) throw new Problem('revisitStateWrong');
  if (state !== before.state && !canBecome(before.state, state)) throw new Problem('revisitStateWrong');
  const plannedOn = state === 'open' ? null : (change.plannedOn ?? before.plannedOn);
  if (state === 'planned' && plannedOn === null) throw wrong('plannedOn', 'required');
  const cause = written(change.cause, before.cause);
  if ((state === 'resolved' || state === 'unresolved') && cause === null) throw new Problem('causeMissing');
  return {
    state,
    plannedOn,
    cause,
    ownerId: change.ownerId === undefined ? before.ownerId : change.ownerId,
    explanation: written(change.explanation, before.explanation),
    promise: written(change.promise, before.promise),
    ended: !waitingStates.includes(state),
  };
}

function stateBy(before: Standing, plannedOn: string | null | undefined): RevisitState {
  if (typeof plannedOn === 'string' && before.state === 'open') return 'planned';
  return plannedOn === null && before.state === 'planned' ? 'open' : before.state;
}

const written = (text: string | undefined, before: string | null): string | null =>
  text === undefined ? before : text === '' ? null : text;

const wrong = (field: string, code: string): Problem =>
  new Problem('invalidRequest', { issues: [{ at: `body.${field}`, code }] });
