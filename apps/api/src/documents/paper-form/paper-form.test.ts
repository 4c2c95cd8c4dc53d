import { describe, expect, it } from 'vitest';
import { questionnaire, visitForm } from '@huhudao/questionnaire';
import { wordsOf } from '@huhudao/questionnaire/authoring';
import { readPdf } from '../read-pdf.testing.ts';
import { composePaperForm } from './paper-form.ts';

const content = { language: 'zh-CN', number: 3, hash: 'ab12'.repeat(16), definition: questionnaire } as const;
const print = async (changes: { language?: 'en'; definition?: unknown } = {}) =>
  readPdf((await composePaperForm({ ...content, ...changes })).bytes);

const item = (type: string, title: string, rest: object = {}) => ({
  ...{ type, name: type, title: { default: title } },
  ...rest,
});
const formOf = (...elements: object[]) => ({
  title: { default: '试一试' },
  pages: [{ name: 'page1', elements }],
});

describe('a form on paper', () => {
  it('has every item in either language, and its version on each page', async () => {
    const { pages } = await print();
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) expect(text).toContain('第 3 版 · ab12ab12ab12');
    const said = pages
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, '');
    for (const { elements } of questionnaire.pages)
      for (const one of elements)
        if (one.type !== 'panel') expect(said).toContain(wordsOf(one.title).zh.replaceAll(/\s/g, ''));
    expect((await print({ language: 'en', definition: visitForm })).pages[0]?.text).toContain('version 3');
  });

  it('keeps within the paper whatever somebody writes, and sets it as text', async () => {
    const long = '很长'.repeat(100);
    const typed = '#panic("x") *粗* $x$ @ref';
    const choices = [long, 'x'.repeat(200), typed].map((text, at) => ({
      value: `c${at}`,
      text: { default: text },
    }));
    const { pages } = await print({
      definition: formOf(
        item('checkbox', long, { choices }),
        item('matrix', '保安', { rows: choices, columns: choices }),
        item('rating', '打分', { rateMin: 0, rateMax: 10, minRateDescription: { default: long } }),
        item('text', '哪一天', { inputType: 'date' }),
        item('comment', typed),
      ),
    });
    expect(pages.flatMap(({ outside }) => outside)).toEqual([]);
    expect(
      pages
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    ).toContain(typed.replaceAll(' ', ''));
  });

  it('has a name that is a file name', async () => {
    const named = { ...questionnaire, title: { default: '电梯/停车: 2026' } };
    const { name } = await composePaperForm({ ...content, definition: named });
    expect(name).toBe('电梯 停车  2026 第3版 纸质表.pdf');
  });
});
