import { describe, expect, it } from 'vitest';
import type { ProgressSheet } from '@huhudao/protocol';
import { readPdf } from '../read-pdf.testing.ts';
import { composeProgressSheets, type ProgressSheetContent } from './progress-sheet.ts';

const figures = {
  visits: 40,
  doorsReached: 28,
  settled: 120,
  eligible: 300,
  appointments: 4,
  plans: 6,
  issuesReported: 3,
  issuesClosed: 1,
};
const sheet: ProgressSheet = {
  communityId: 'liuyin',
  communityName: '柳荫社区',
  roundId: 'round',
  roundName: '十一月普访',
  state: 'submitted',
  figures,
  text: { progress: '本周走访 40 次，见到 28 户。', next: '已排班 6 个时段。' },
  submittedAt: '2026-11-11T10:00:00.000Z',
  corrections: [],
};
const content: ProgressSheetContent = {
  language: 'zh-CN',
  format: 'pdf',
  areaName: '云溪街道',
  week: '2026-11-11',
  sheets: [
    sheet,
    { ...sheet, communityName: '南桥社区', state: 'missing', text: null, submittedAt: null },
    {
      ...sheet,
      roundName: '十一月回访',
      state: 'late',
      corrections: [{ at: '2026-11-12T01:00:00.000Z', line: '漏了一栋' }],
    },
    { ...sheet, roundName: '旧项目', state: 'withdrawn', text: { progress: '作废的内容', next: '作废' } },
  ],
};
const print = async (changes: Partial<ProgressSheetContent> = {}) =>
  readPdf((await composeProgressSheets({ ...content, ...changes })).bytes);

describe('a weekly progress sheet', () => {
  it('shows what was handed in, what is late, missing or withdrawn, and each correction with its time', async () => {
    const [page, ...more] = (await print()).pages;
    expect(more).toEqual([]);
    for (const said of [
      '云溪街道每周进度表',
      '项目名称',
      '本周进展',
      '下周安排',
      '见到 28 户',
      '逾期未报',
      '迟报',
      '2026年11月5日 周四 至 11月11日 周三，数字截至 11月11日 周三 20:00',
      '更正（11月12日 周四 09:00）：漏了一栋',
      '应报 4 份，未报 2 份，迟报 1 份',
      '已撤回',
    ])
      expect(page?.text).toContain(said);
    expect(page?.text).not.toContain('作废');
  });

  it('embeds the Chinese type it uses', async () => {
    const { fonts, described, embedded } = await print();
    expect([...fonts].some((font) => font?.startsWith('NotoSansHans'))).toBe(true);
    expect(embedded).toBe(described);
    expect(embedded).toBeGreaterThan(0);
  });

  it('goes over as many pages as it needs with its head on each, nothing cut', async () => {
    const text = { progress: '长'.repeat(600), next: 'x'.repeat(600) };
    for (const language of ['zh-CN', 'en'] as const) {
      const sheets = Array.from({ length: 12 }, () => ({
        ...sheet,
        text,
        communityName: '云'.repeat(60),
        roundName: 'r'.repeat(100),
      }));
      const { pages } = await print({ language, sheets });
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.flatMap(({ outside }) => outside)).toEqual([]);
      for (const { text: said } of pages)
        expect(said).toContain(language === 'zh-CN' ? '项目名称' : 'Project');
    }
  });

  it('says so where nothing is reported, and sets what somebody typed as text', async () => {
    expect((await print({ sheets: [] })).pages[0]?.text).toContain('本周没有需要上报的项目');
    const typed = '#panic("x") *粗* $x$ @ref';
    const { pages } = await print({ sheets: [{ ...sheet, text: { progress: typed, next: typed } }] });
    expect(pages[0]?.text.replaceAll(' ', '')).toContain(typed.replaceAll(' ', ''));
  });
});
