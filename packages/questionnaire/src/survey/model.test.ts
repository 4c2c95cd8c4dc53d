import { describe, expect, test } from 'vitest';
import { DefinitionRefused } from '../compiled/compile.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { ask, formOf, single } from '../testing/forms.ts';
import { createModel, setModelLocale } from './model.ts';

describe('a form opened for rendering', () => {
  test('reads in Chinese and in English, and changes language with answers kept', () => {
    const { model } = createModel(questionnaire, { locale: 'zh-CN', saved: { knowsCampaign: 'know' } });
    const first = model.getQuestionByName('knowsCampaign');
    expect(first?.title).toBe('您知道本市正在开展文明城市创建吗？');
    expect(model.completeText).toBe('提交问卷');
    setModelLocale(model, 'en');
    expect(first?.title).toMatch(/^Do you know/);
    expect(model.completeText).toBe('Complete');
    expect(model.data).toEqual({ knowsCampaign: 'know' });
  });

  test('knows our own properties', () => {
    const { model } = createModel(shortForm, { locale: 'zh-CN' });
    const question = model.getQuestionByName('overallSatisfaction');
    expect(question?.getPropertyValue('indicator')).toBe('satisfaction');
    expect(model.toJSON()).toMatchObject({
      pages: [
        {
          elements: [
            { headline: true },
            { choices: [{ counts: 'unfavourable', score: 0 }, {}, {}, {}, {}, {}] },
          ],
        },
        {},
        {},
        {},
        {},
      ],
    });
  });

  test('opens a draft where it was left, later answers included', () => {
    const saved = {
      knowsCampaign: 'know',
      topicsToFix: ['lift', 'other'],
      otherTopic: '井盖',
      wantsContact: true,
    };
    const { model, setAside } = createModel(shortForm, { locale: 'zh-CN', saved });
    expect(model.data).toEqual(saved);
    expect(setAside).toEqual({});
  });

  test('hands back saved answers it has no place for, instead of losing them', () => {
    const form = formOf(
      single('who', ['alone', 'family']),
      ask('text', 'people', { inputType: 'number', visibleIf: "{who} = 'family'" }),
      ask('comment', 'note', { visibleIf: '{people} > 2' }),
    );
    const saved = { who: 'alone', people: 3, note: '好', gone: 'x' };
    const { model, setAside } = createModel(form, { locale: 'zh-CN', saved });
    expect(model.data).toEqual({ who: 'alone' });
    expect(setAside).toEqual({ people: 3, note: '好', gone: 'x' });
    expect(createModel(form, { locale: 'zh-CN', saved: { who: 'friends' } }).setAside).toEqual({
      who: 'friends',
    });
  });

  test('clears an answer the moment its question is hidden, and those that hang on it', () => {
    const { model } = createModel(shortForm, { locale: 'zh-CN' });
    model.setValue('topicsToFix', ['other']);
    model.setValue('otherTopic', '井盖');
    model.setValue('wantsContact', true);
    model.clearValue('topicsToFix');
    expect(model.data).toEqual({});
  });

  test('does not ask whether to come back where nobody could', () => {
    const saved = { topicsToFix: ['lift'], wantsContact: true };
    const { model, setAside } = createModel(shortForm, { locale: 'zh-CN', saved, canContact: false });
    expect(model.getQuestionByName('wantsContact')?.isVisible).toBe(false);
    expect(setAside).toEqual({ wantsContact: true });
    model.setValue('topicsToFix', ['noise']);
    expect(model.getQuestionByName('wantsContact')?.isVisible).toBe(false);
  });

  test('takes no more text than the server does', () => {
    const { model } = createModel(formOf(ask('comment', 'note')), { locale: 'zh-CN' });
    expect(model.maxTextLength).toBe(2000);
  });

  test('is not made from a definition that was never ours', () => {
    expect(() => createModel({ pages: [{ elements: [{ type: 'html' }] }] }, { locale: 'zh-CN' })).toThrow(
      DefinitionRefused,
    );
  });
});
