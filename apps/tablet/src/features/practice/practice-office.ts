/**
 * The office of practice: in the app, answering to nobody. It takes whatever is offered, and what it is told of a door is
 * so from then on. It has no way to the network.
 */
import { dayOf, waitingStates } from '@huhudao/domain';
import type { SyncClient } from '@huhudao/outbox';
import {
  anonymousResponse,
  mutation,
  mutationPayloads,
  newRandomId,
  type MutationPayload,
} from '@huhudao/protocol';
import { contentHash } from '@huhudao/questionnaire';
import type { PulledVersion } from '../../local/reference.store.ts';
import { standingWith } from '../../work/standing.ts';
import type { practicePage } from './practice-page.ts';
import { attemptsWanted, type World } from './practice-world.ts';

type Offered = ReturnType<typeof mutation.parse>;

/** `page`: the street in the language of the screen. `versions`: the forms of its round. */
export function practiceClient(
  world: World,
  page: () => ReturnType<typeof practicePage>,
  versions: readonly PulledVersion[],
): SyncClient {
  const epoch = newRandomId();
  const photoSizes = new Map<string, number>();
  const now = () => new Date().toISOString();
  const accepted = (ids: readonly string[]) => ({
    results: ids.map((id) => ({ id, result: 'accepted' as const })),
    epoch,
    receivedAt: now(),
  });
  const photo = (received: number, digest: string) => {
    const complete = received >= (photoSizes.get(digest) ?? 0);
    return { received, complete, epoch, receivedAt: now() };
  };
  return {
    push: async ({ mutations }) => {
      const offered = mutations.map((one) => mutation.parse(one));
      for (const one of offered) take(world, one);
      return accepted(offered.map(({ id }) => id));
    },
    pushAnonymous: async ({ responses }) => accepted(responses.map((one) => anonymousResponse.parse(one).id)),
    pushSealed: async ({ sealed }) => accepted(sealed.map(({ id }) => id)),
    // Whole each time; the cursor is another one where anything is.
    pull: async () => {
      const whole = page();
      return { ...whole, cursor: contentHash(whole), epoch, serverTime: now() };
    },
    pullVersion: async (hash) => {
      const version = versions.find((one) => one.hash === hash);
      if (version === undefined) throw new Error('Practice has no such form');
      return version;
    },
    beginPhoto: async ({ digest, size }) => {
      photoSizes.set(digest, size);
      return photo(0, digest);
    },
    sendPhotoPart: async ({ digest, offset, bytes }) => photo(offset + bytes.length, digest),
  };
}

/** Writes down what a record says. Answers are taken and forgotten. */
function take(world: World, { id, kind, deviceTime, payload }: Offered): void {
  switch (kind) {
    case 'recordVisit':
      return takeVisit(world, id, deviceTime, mutationPayloads.recordVisit.parse(payload));
    case 'reportIssue':
      return takeIssue(world, id, deviceTime, mutationPayloads.reportIssue.parse(payload));
    case 'recordRevisit':
      return takeRevisit(world, mutationPayloads.recordRevisit.parse(payload));
    case 'planVisit': {
      const { note, ...plan } = mutationPayloads.planVisit.parse(payload);
      world.plans.push({ id, ...plan, note: note ?? null, cancelled: false, accepted: false });
      return;
    }
    case 'cancelPlan': {
      const { planId } = mutationPayloads.cancelPlan.parse(payload);
      world.plans = world.plans.map((plan) => (plan.id === planId ? { ...plan, cancelled: true } : plan));
      return;
    }
    case 'acceptPlan': {
      const { planId } = mutationPayloads.acceptPlan.parse(payload);
      world.plans = world.plans.map((plan) => (plan.id === planId ? { ...plan, accepted: true } : plan));
      return;
    }
    case 'recordResponse':
    case 'amendVisit':
    case 'handOverRecord':
  }
}

function takeVisit(world: World, id: string, at: string, visit: MutationPayload<'recordVisit'>): void {
  const { roundId, householdId, outcome, appointment = null } = visit;
  const before = world.assignments.get(householdId);
  if (before === undefined) return;
  const { stairwellId } = before;
  const door = { streetId: world.ids.street, roundId, stairwellId, householdId };
  const made = { id, kind: 'visit' as const, ...door, outcome, appointment, at };
  const { latest, byResident: _, ...standing } = standingWith(before, [made], attemptsWanted);
  const latestVisit = { latestOutcome: latest?.outcome ?? null, latestAt: latest?.at ?? null };
  const visits = [...before.visits, { outcome, at, by: null }];
  world.assignments.set(householdId, { ...before, ...standing, ...latestVisit, visits });
}

function takeIssue(world: World, id: string, at: string, issue: MutationPayload<'reportIssue'>): void {
  const { householdId, category, note } = issue;
  world.issues.push({
    id,
    householdId,
    category,
    note,
    state: 'reported',
    reportedOn: dayOf(at),
    gone: false,
  });
}

function takeRevisit(world: World, { revisitId, state }: MutationPayload<'recordRevisit'>): void {
  world.revisits = world.revisits.map((revisit) =>
    revisit.id === revisitId ? { ...revisit, state, gone: !waitingStates.includes(state) } : revisit,
  );
}
