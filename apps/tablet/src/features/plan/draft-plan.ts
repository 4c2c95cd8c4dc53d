import { useState } from 'react';
import { clashesOf, refusePlan, type Clash, type PlannedSlot, type PlanRefusal } from '@huhudao/domain';
import { layOut, type LaidOut } from '../../work/lay-out.ts';
import { leftIn, type PlanBook } from '../../work/plan-book.ts';
import { planContext } from '../../work/plans.ts';
import type { FormStart } from './form-start.ts';
import { usePlanChanges } from './use-plan-changes.ts';
import type { SuggestionHandle } from './use-suggestion.ts';

export type DraftPlan = {
  wanted: FormStart;
  change: (part: Partial<FormStart>) => void;
  note: string;
  setNote: (note: string) => void;
  /** When each stairwell would be visited, and those there is no time for. */
  laid: readonly LaidOut[];
  leftOut: readonly string[];
  /** What the server would refuse it for. */
  refusal: PlanRefusal | undefined;
  /** What can be planned all the same, and should be known. */
  clashes: readonly { clash: Clash; slot: PlannedSlot }[];
  /** Whether it was saved. */
  save: () => Promise<boolean>;
};

/** What is being planned, whether it can be so, and how it is saved. */
export function useDraftPlan(book: PlanBook, start: FormStart, suggestion: SuggestionHandle): DraftPlan {
  const changes = usePlanChanges(book.view);
  const [wanted, setWanted] = useState(start);
  const [note, setNote] = useState('');
  const [now] = useState(() => new Date().toISOString());
  const { laid, leftOut } = layOutWanted(book, wanted);
  const slots = laid.map((one): PlannedSlot => slotFor(book, wanted, one));
  const others = [...book.standing, ...suggestion.slots].filter(({ id }) => id !== wanted.replaces);
  const save = (): Promise<boolean> => {
    const requests = slots.map(({ stairwellId, teamId, day, from, until }) => ({
      ...{ stairwellId, teamId, day, from, until },
    }));
    const [only] = requests;
    const moved = book.plans.find(({ id }) => id === wanted.replaces);
    if (moved !== undefined && only !== undefined) return changes.move(moved, only);
    if (wanted.replaces !== null && only !== undefined) {
      suggestion.change(wanted.replaces, only);
      return Promise.resolve(true);
    }
    return changes.plan(requests.map((request) => ({ ...request, note })));
  };
  return {
    ...{ wanted, note, setNote, laid, leftOut, save },
    change: (part) => setWanted((before) => ({ ...before, ...part })),
    refusal: refusalOf(book, slots, wanted, now),
    clashes: slots.flatMap((slot) => clashesOf(slot, others, book.facts).map((clash) => ({ clash, slot }))),
  };
}

function layOutWanted(book: PlanBook, { stairwellIds, teamId, from, until }: FormStart) {
  const stairwells = stairwellIds.map((stairwellId) => ({
    stairwellId,
    left: leftIn(book.stairwells.get(stairwellId)),
  }));
  return layOut(stairwells, { from, until }, book.paceOf(teamId).doorsPerHour);
}

const slotFor = ({ view }: PlanBook, { day, teamId }: FormStart, laid: LaidOut): PlannedSlot => ({
  ...{ ...laid, day, teamId, id: `wanted ${laid.stairwellId}`, roundId: view.round.id },
});

function refusalOf(
  book: PlanBook,
  slots: readonly PlannedSlot[],
  { replaces, teamId }: FormStart,
  now: string,
): PlanRefusal | undefined {
  const standing = book.plans.filter(({ id }) => id !== replaces);
  const context = planContext(book.view, book.teams, standing, { teamId, now });
  return slots.map((slot) => refusePlan(slot, context)).find((refusal) => refusal !== undefined);
}
