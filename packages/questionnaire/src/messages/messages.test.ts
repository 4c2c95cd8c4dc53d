import { describe, expect, test } from 'vitest';
import { answerProblemCodes } from '../answers/answer-problem.ts';
import { findingCodes } from '../check/finding.ts';
import { answerProblemsEn, findingsEn } from './en.ts';
import { answerProblemMessage, findingMessage } from './messages.ts';
import { answerProblemsZhCn, findingsZhCn } from './zh-cn.ts';

const placeholders = (text: string) => (text.match(/\{[a-z]+\}/g) ?? []).toSorted();

describe('every code has a sentence in Chinese and in English, with the same parameters', () => {
  test.each(findingCodes)('finding %s', (code) => {
    expect(findingsZhCn[code]).toMatch(/\p{Script=Han}/u);
    expect(findingsEn[code]).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(placeholders(findingsZhCn[code])).toEqual(placeholders(findingsEn[code]));
  });

  test.each(answerProblemCodes)('answer problem %s', (code) => {
    expect(answerProblemsZhCn[code]).toMatch(/\p{Script=Han}/u);
    expect(answerProblemsEn[code]).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(placeholders(answerProblemsZhCn[code])).toEqual(placeholders(answerProblemsEn[code]));
  });
});

test('parameters are filled in', () => {
  expect(findingMessage({ code: 'nameTwice', params: { name: 'lift' } })).toEqual({
    'zh-CN': '名称“lift”重复了（不区分大小写）。',
    en: 'The name “lift” is used twice (capitals make no difference).',
  });
  const missing = { code: 'headlineMissing', params: { indicator: 'awareness' } } as const;
  expect(findingMessage(missing)['zh-CN']).toBe('缺少指标“知晓率”的主题目。');
  const hard = { code: 'hardToRead', params: { name: 'q4' } } as const;
  expect(findingMessage(hard, () => '您知道吗？')['zh-CN']).toMatch(/^“您知道吗？”/);
  expect(answerProblemMessage({ code: 'tooLong', question: 'note', limit: 200 }, '备注')['zh-CN']).toBe(
    '“备注”最多 200 个字符。',
  );
});
