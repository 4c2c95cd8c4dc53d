import { expect, it } from 'vitest';
import { shortForm, visitForm } from '@huhudao/questionnaire';
import { questionTitle } from './question-title.ts';

it('names a question as the resident was asked, in the language on screen', () => {
  const forms = [shortForm, visitForm];
  expect(questionTitle(forms, 'overallSatisfaction', 'zh-CN')).toMatch(/满意/);
  expect(questionTitle(forms, 'overallSatisfaction', 'en')).toMatch(/satisfied/);
  expect(questionTitle(forms, 'materials', 'zh-CN')).toBe('发放的材料');
});

it('names nothing that no form asks, nor a choice of the same name', () => {
  expect(questionTitle([shortForm], 'formerItem', 'en')).toBeNull();
  expect(questionTitle([shortForm], 'verySatisfied', 'en')).toBeNull();
  expect(questionTitle([undefined, 'text', null], 'materials', 'en')).toBeNull();
});
