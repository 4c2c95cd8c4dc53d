import { newId } from '@huhudao/protocol';
import type { Draft, HeldWork } from '../local/work.types.ts';
import { doorOf, finishVisit, lateAnswers, type Forms } from './finish-visit.ts';

const hasAnswers = ({ questionnaire }: Draft): boolean =>
  Object.keys(questionnaire?.answers ?? {}).length > 0;

/** A visit that was opened at the door and left before anything was written has nothing to be handed in. */
export const canBeHandedIn = (draft: Draft): boolean =>
  hasAnswers(draft) || (!draft.partialSent && draft.step !== 'say');

/**
 * What was written at a door that meanwhile went to another team, as it stands: it cannot be gone on with, and the
 * office takes it as a late visit. Answers that were begun count as incomplete; where their visit was recorded before,
 * they go alone. Undefined where nothing was written. `at`: device time, milliseconds.
 */
export function handIn(draft: Draft, forms: Forms, at: number): HeldWork | undefined {
  if (!canBeHandedIn(draft)) return undefined;
  if (draft.partialSent) return answersAlone(draft, forms, at);
  const { answering } = draft;
  const ended = answering === 'open' ? (hasAnswers(draft) ? 'stopped' : null) : answering;
  const held = finishVisit({ ...draft, answering: ended }, forms, at);
  return { ...held, finishes: draft, work: placed(held.work, draft) };
}

/** Its door is not on the tablet any more, and the records are to say where it was. */
function placed<W extends Pick<HeldWork['work'], 'mutations'>>(work: W, { place }: Draft): W {
  if (place === undefined) return work;
  return {
    ...work,
    mutations: work.mutations.map((entry) => ({ ...entry, label: { ...entry.label, place } })),
  };
}

function answersAlone(draft: Draft, forms: Forms, at: number): HeldWork | undefined {
  const work = lateAnswers(draft, forms.questionnaire);
  if (work === undefined) return undefined;
  const id = newId();
  const local = { own: [], heldIds: [id], draftIds: [] };
  const outcome = 'partial';
  return {
    id,
    heldAt: at,
    doors: [doorOf(draft)],
    outcome,
    finishes: draft,
    leaves: null,
    work: placed({ ...work, local }, draft),
  };
}
