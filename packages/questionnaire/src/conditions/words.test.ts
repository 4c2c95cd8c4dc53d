import { expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { shortForm } from '../forms/short-form.ts';
import { parseCondition } from './parse.ts';
import { conditionInWords } from './words.ts';

const words = (text: string) => {
  const parsed = parseCondition(text);
  return conditionInWords(must(parsed.ok ? parsed.condition : null, 'a condition'), shortForm, (item) => ({
    'zh-CN': `〔${item}〕`,
    en: item,
  }));
};

test('answers are told by their words, and several of them one after the other', () => {
  expect(words("{topicsToFix} contains 'other'")).toEqual({
    'zh-CN': '〔topicsToFix〕选了“其他”',
    en: 'topicsToFix includes “Something else”',
  });
  expect(words("{overallSatisfaction} anyof ['dissatisfied', 'notVerySatisfied']")['zh-CN']).toBe(
    '〔overallSatisfaction〕是其中之一“不满意”、“不太满意”',
  );
  expect(words('{wantsContact} = true')['zh-CN']).toBe('〔wantsContact〕是“需要”');
  expect(words('{topicsToFix} notempty').en).toBe('topicsToFix is answered');
});

test('brackets stand where a condition is nested in another way, and nowhere else', () => {
  expect(words("{a} empty and ({b} empty or {c} = 'x') and {d} >= 3")['zh-CN']).toBe(
    '〔a〕没有回答，并且（〔b〕没有回答，或者〔c〕是“x”），并且〔d〕不小于3',
  );
  expect(words('!({a} empty)')).toEqual({
    'zh-CN': '不满足（〔a〕没有回答）',
    en: 'not (a is not answered)',
  });
});
