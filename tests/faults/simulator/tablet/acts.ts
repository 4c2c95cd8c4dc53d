/** What a worker does, drawn before the play begins. */
import { issueCategories, type IssueCategory, type Outcome } from '@huhudao/domain';
import type { Chance } from '../chance.ts';
import type { Death } from './app.ts';
import { drawScript, noMishaps, type Script } from './line-faults.ts';

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
  | { readonly act: 'acceptPlan' }
  | { readonly act: 'revisit' }
  /** A resident's issue with photos of so many bytes, written down one after the other. */
  | {
      readonly act: 'issue';
      readonly category: IssueCategory;
      readonly photos: readonly number[];
      readonly end: IssueEnd;
      readonly round: number;
    }
  /** Gives a refused record into the office's hands. */
  | { readonly act: 'handOver' }
  | { readonly act: 'setClock'; readonly share: number }
  | {
      readonly act: 'sync';
      readonly script: Script;
      readonly endShift: boolean;
      /** Whether it is on a network that photos may leave on. */
      readonly photos: boolean;
    };

/** Saved, saved and taken back, left to be gone on with, or thrown away. */
export type IssueEnd = 'saved' | 'takenBack' | 'left' | 'thrownAway';

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
    photos: chance.percent(80),
    death: drawDeath(chance),
  }));
}

/** Records get through and photos meet faults: behind records that fail they would hardly ever leave. */
export function drawEvening(chance: Chance): DoomedAct[] {
  return Array.from({ length: chance.between(1, 3) }, () => ({
    act: 'sync',
    script: { ...noMishaps, photos: drawScript(chance).photos },
    endShift: false,
    photos: true,
    death: chance.percent(30) ? { ...anyDeath(chance), in: chance.between(5, 30) } : null,
  }));
}

function drawDeath(chance: Chance): Death | null {
  return chance.percent(12) ? anyDeath(chance) : null;
}

function anyDeath(chance: Chance): Death {
  return { in: chance.between(0, 14), when: chance.pick(['before', 'within', 'after'] as const) };
}

function drawAct(chance: Chance, leads: boolean): Act {
  const share = chance.between(1, 100);
  if (share <= 38) return visit(chance);
  if (share <= 52) return issue(chance);
  if (share <= 60) return { act: 'draft', edits: chance.between(1, 3) };
  if (share <= 68) return { act: 'landing', doors: chance.between(2, 3) };
  if (share <= 78) return { act: 'amend', outcome: chance.pick(talkless) };
  if (share <= 86)
    return leads ? { act: chance.pick(['plan', 'cancelPlan', 'acceptPlan'] as const) } : visit(chance);
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

function issue(chance: Chance): Act {
  const ends = ['saved', 'saved', 'saved', 'saved', 'takenBack', 'left', 'thrownAway'] as const;
  const photos = Array.from({ length: chance.between(0, 2) }, () => chance.between(100, 4000));
  const category = chance.pick(issueCategories);
  return { act: 'issue', category, photos, end: chance.pick(ends), round: chance.between(0, 1) };
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
