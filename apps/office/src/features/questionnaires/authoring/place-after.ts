import type { Definition } from '@huhudao/questionnaire';
import { isQuestion, partAt, partsIn, type Place } from '@huhudao/questionnaire/authoring';

/** After the chosen item, or last in the chosen page or group; a form has a page to put things on. */
export function placeAfter(definition: Definition, chosen: Place, sort: 'item' | 'group' = 'item'): Place {
  const isGroup = sort === 'group';
  const at = chosen.length === 0 ? [definition.pages.length - 1] : isGroup ? chosen.slice(0, 2) : chosen;
  const part = partAt(definition, at);
  if (isQuestion(part) || (isGroup && at.length === 2)) return [...at.slice(0, -1), (at.at(-1) ?? 0) + 1];
  return [...at, part === undefined ? 0 : partsIn(part).length];
}
