import type { Indicator } from '@huhudao/domain';
import type { Definition } from '../definition/definition.schema.ts';
import { canonicalCounts } from '../indicators/canonical.ts';
import { isSingleChoice } from './items.ts';
import { isQuestion, partAt } from './place.ts';
import type { Place } from './place.ts';
import { withCodeRenamed } from './rename.ts';
import { replace } from './replace.ts';

/** The codes that items of an indicator may use: what lets questionnaires be compared. */
export function usualCodes(indicator: Indicator): string[] {
  return Object.keys(canonicalCounts[indicator]);
}

/** A choice of an item that is counted, as one of its indicator's codes: it then counts as that code usually does. */
export function withUsualCode(definition: Definition, place: Place, index: number, code: string): Definition {
  const renamed = withCodeRenamed(definition, place, { list: 'choices', index, code });
  const question = partAt(renamed, place);
  if (!isQuestion(question) || !isSingleChoice(question) || question.indicator === undefined) return renamed;
  const choice = question.choices[index];
  const counts = canonicalCounts[question.indicator][code];
  if (choice === undefined || counts === undefined) return renamed;
  return replace(renamed, place, {
    ...question,
    choices: question.choices.with(index, { ...choice, counts }),
  });
}
