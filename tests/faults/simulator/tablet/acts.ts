/** What a worker does, drawn before the play begins. */
import type { Outcome } from '@huhudao/domain';
import type { Chance } from '../chance.ts';
import type { Death } from './app.ts';
import { drawScript, type Mishap } from './line-faults.ts';

export type Response = 'none' | 'named' | 'confidential' | 'anonymous';

export type Act =
  /** A visit written as a draft in so many edits, held for a moment, taken back perhaps, and frozen. */
  | {
      readonly act: 'visit';
      readonly response: Response;
      readonly edits: number;
      readonly takenBack: boolean;
      /** In which of the street's rounds. */
      readonly round: number;
    }
  /** A draft that is only begun or gone on with. */
  | { readonly act: 'draft'; readonly edits: number }
  /** Nobody home at several doors. */
  | { readonly act: 'landing'; readonly doors: number }
  | { readonly act: 'amend'; readonly outcome: Outcome }
  | { readonly act: 'plan' }
  | { readonly act: 'cancelPlan' }
  | { readonly act: 'revisit' }
  /** Gives a refused record into the office's hands. */
  | { readonly act: 'handOver' }
  | { readonly act: 'setClock'; readonly share: number }
  | { readonly act: 'sync'; readonly script: readonly Mishap[]; readonly endShift: boolean };

/** `death`: the app dies while it is at it. */
export type DoomedAct = Act & { readonly death: Death | null };

const talkless: readonly Outcome[] = ['notHome', 'noAccess', 'refused', 'refusedHard', 'visited', 'vacant'];

export function drawWork(chance: Chance, leads: boolean, count: number): DoomedAct[] {
  return Array.from({ length: count }, () => ({ ...drawAct(chance, leads), death: drawDeath(chance) }));
}

export function drawSyncs(chance: Chance, count: number): DoomedAct[] {
  return Array.from({ length: count }, () => ({
    act: 'sync',
    script: drawScript(chance),
    endShift: chance.percent(25),
    death: drawDeath(chance),
  }));
}

function drawDeath(chance: Chance): Death | null {
  if (!chance.percent(12)) return null;
  return { in: chance.between(0, 14), when: chance.pick(['before', 'within', 'after'] as const) };
}

function drawAct(chance: Chance, leads: boolean): Act {
  const share = chance.between(1, 100);
  if (share <= 52) return visit(chance);
  if (share <= 60) return { act: 'draft', edits: chance.between(1, 3) };
  if (share <= 68) return { act: 'landing', doors: chance.between(2, 3) };
  if (share <= 78) return { act: 'amend', outcome: chance.pick(talkless) };
  if (share <= 86) return leads ? { act: chance.pick(['plan', 'cancelPlan'] as const) } : visit(chance);
  if (share <= 91) return { act: 'revisit' };
  if (share <= 95) return { act: 'handOver' };
  return { act: 'setClock', share: chance.random() };
}

function visit(chance: Chance): Act {
  const responses = ['none', 'named', 'confidential', 'anonymous', 'anonymous', 'anonymous'] as const;
  const response = chance.pick(responses);
  const round = chance.between(0, 1);
  return { act: 'visit', response, edits: chance.between(0, 2), takenBack: chance.percent(6), round };
}

/** A day on which many answer anonymously in one round, so that they leave in batches. */
export function drawAnonymousDay(chance: Chance): DoomedAct[] {
  const round = chance.between(0, 1);
  return Array.from({ length: chance.between(5, 8) }, () => ({
    act: 'visit',
    response: 'anonymous',
    edits: 0,
    takenBack: false,
    round,
    death: chance.percent(30) ? drawDeath(chance) : null,
  }));
}
