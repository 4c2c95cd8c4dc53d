import { useState } from 'react';
import type { LeftOver, PlanRequest, SuggestedSlot } from '@huhudao/domain';
import { today } from '@huhudao/ui';
import type { PlanBook } from '../../work/plan-book.ts';
import { suggestInSteps } from '../../work/suggested-plan.ts';

export type SuggestionHandle = {
  asked: boolean;
  /** It is being worked out. */
  thinking: boolean;
  slots: readonly SuggestedSlot[];
  leftOver: readonly LeftOver[];
  ask: () => void;
  drop: () => void;
  takeOut: (id: string) => void;
  change: (id: string, to: Partial<PlanRequest>) => void;
};

type Suggested = { slots: readonly SuggestedSlot[]; leftOver: readonly LeftOver[] };

/** A suggestion while it is looked at: nothing of it is saved before it is taken. */
export function useSuggestion(book: PlanBook): SuggestionHandle {
  const [suggested, setSuggested] = useState<Suggested | null>(null);
  const [thinking, setThinking] = useState(false);
  const ask = async () => {
    setThinking(true);
    setSuggested(await think(book));
    setThinking(false);
  };
  const edit = (change: (slots: readonly SuggestedSlot[]) => SuggestedSlot[]) =>
    setSuggested((before) => (before === null ? null : { ...before, slots: change(before.slots) }));
  return {
    asked: suggested !== null,
    thinking,
    slots: suggested?.slots ?? none,
    leftOver: suggested?.leftOver ?? [],
    ask: () => void ask(),
    drop: () => setSuggested(null),
    takeOut: (id) => edit((slots) => slots.filter((slot) => slot.id !== id)),
    change: (id, to) => edit((slots) => slots.map((slot) => (slot.id === id ? { ...slot, ...to } : slot))),
  };
}

const none: readonly SuggestedSlot[] = [];

/** So long the screen may wait for a step, in milliseconds; a touch is answered in between. */
const slice = 12;

async function think(book: PlanBook): Promise<Suggested> {
  const steps = suggestInSteps(book, today());
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  }
}
