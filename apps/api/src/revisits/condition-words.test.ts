import { expect, it } from 'vitest';
import { codebook, questionnaire } from '@huhudao/questionnaire';
import { parseCondition } from '@huhudao/questionnaire/survey';
import { conditionWords } from './condition-words.ts';

const variables = new Map(codebook(questionnaire).map((variable) => [variable.name, variable]));

function wordsFor(text: string, locale: 'zh-CN' | 'en'): string {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(parsed.code);
  return conditionWords(parsed.condition, variables, locale);
}

it('says a condition in the words of the questionnaire, in either language', () => {
  const low = "{overallSatisfaction} anyof ['notVerySatisfied', 'dissatisfied']";
  expect(wordsFor(low, 'zh-CN')).toMatch(/^“[^”]*满意[^”]*”答“不太满意”或“不满意”$/);
  expect(wordsFor(low, 'en')).toMatch(/^“.+” is answered “Not very satisfied” or “Dissatisfied”$/);
});

it('joins what belongs together, and holds apart what is joined otherwise', () => {
  const joined = "{wantsContact} = true and ({topicsToFix} contains 'lift' or {topicsToFix} empty)";
  expect(wordsFor(joined, 'zh-CN')).toMatch(/^“.+”答“.+”，并且\(“.+”选了“电梯”，或者“.+”没有作答\)$/);
  expect(wordsFor(joined, 'en')).toMatch(
    /^“.+” is answered “.+”, and \(in “.+”, “Lifts?” is chosen, or “.+” is not answered\)$/,
  );
});

it('names a question that nobody asks any more by its variable', () => {
  expect(wordsFor("{formerItem} = 'good'", 'zh-CN')).toBe('{formerItem}答“good”');
});
