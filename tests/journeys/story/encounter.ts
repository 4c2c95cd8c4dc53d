/** What happens at a door of the story. */
import type { CompletionMode, IdentityMode, Outcome } from '@huhudao/domain';
import type { Answers } from '@huhudao/questionnaire';

/** The resident answers; `complete` is false where they stop midway and let count what they said. */
export type Answered = {
  kind: 'answered';
  mode: IdentityMode;
  how: CompletionMode;
  answers: Answers;
  complete: boolean;
};

/** Nobody answers: how the attempt ended. */
export type Unanswered = { kind: 'unanswered'; outcome: Outcome };

export type Encounter = Answered | Unanswered;

/** What the visit says; of anonymous answers never that they stopped midway. */
export function outcomeOf(encounter: Encounter): Outcome {
  if (encounter.kind === 'unanswered') return encounter.outcome;
  return encounter.complete || encounter.mode === 'anonymous' ? 'completed' : 'partial';
}
