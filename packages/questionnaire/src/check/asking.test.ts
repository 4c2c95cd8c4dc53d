import { describe, expect, test } from 'vitest';
import { shortForm } from '../forms/short-form.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { foundInQuestionnaire, withFirst } from '../testing/findings.ts';
import { both, single } from '../testing/forms.ts';

const titled = (zh: string) => foundInQuestionnaire(withFirst({ title: both(zh) })).map(([code]) => code);

describe('two things in one question', () => {
  test.each([
    '您对物业和保安满意吗？',
    '您同意或愿意参加吗？',
    '您对工作以及成效知道多少？',
    '您知道路灯、井盖由谁负责吗？',
  ])('%s', (title) => {
    expect(titled(title)).toContain('twoInOne');
  });

  test.each([
    '您知道社区参与创建的和谐邻里吗？',
    '您知道吗（例如路灯、井盖）？',
    '您看过手册或公约吗？',
    '工作人员来得及时，您知道吗？',
  ])('not in %s', (title) => {
    expect(titled(title)).toEqual([]);
  });
});

describe('choices that answer another question', () => {
  test('are remarked on where none of them takes up the question', () => {
    expect(titled('您对小区环境满意吗？')).toContain('choicesDoNotMatch');
    expect(titled('您知道社区的志愿服务点吗？')).toEqual([]);
    expect(titled('这件事您怎么看？')).toEqual([]);
  });
});

describe('what is hard to understand by ear', () => {
  test('is a long sentence, but not two short ones, nor what stands in brackets', () => {
    expect(titled(`您知道${'很'.repeat(40)}吗？`)).toContain('hardToRead');
    expect(titled(`${'很'.repeat(30)}。${'很'.repeat(30)}？`)).toEqual([]);
    expect(titled(`您知道吗（${'很'.repeat(60)}）？`)).toEqual([]);
  });

  test('or a long choice', () => {
    const choices = [
      { value: 'know', text: both('知'.repeat(31)), counts: 'favourable' },
      { value: 'unsure', text: both('说不清'), counts: 'unfavourable' },
    ];
    expect(foundInQuestionnaire(withFirst({ choices })).map(([code]) => code)).toContain('hardToRead');
  });
});

test('a form that takes longer than people have is remarked on', () => {
  const many = Array.from({ length: 70 }, (_, index) =>
    single(`more${index}`, ['yes', 'no', 'cannotSay'], { title: both('您家里有人常在外地工作吗？') }),
  );
  const long = { ...shortForm, pages: [...shortForm.pages, { name: 'more', elements: many }] };
  expect(foundInQuestionnaire(long)).toEqual([['formTooLong', 'warning']]);
  expect(foundInQuestionnaire(questionnaire)).toEqual([]);
});

test('an overall item after details is remarked on', () => {
  const [first, second, ...rest] = shortForm.pages;
  const last = { ...shortForm, pages: [second, ...rest, first] };
  expect(foundInQuestionnaire(last).map(([code]) => code)).toContain('overallAfterDetails');
  expect(foundInQuestionnaire(shortForm)).toEqual([]);
});

test('a text that hands out the answer is remarked on, one that explains is not', () => {
  const described = (zh: string) =>
    foundInQuestionnaire(withFirst({ description: both(zh) })).map(([code]) => code);
  expect(described('请选择“知道”。')).toEqual(['answerGivenAway']);
  expect(described('标准答案见背面。')).toEqual(['answerGivenAway']);
  expect(described('说不清的，选“说不清”。')).toEqual([]);
});
