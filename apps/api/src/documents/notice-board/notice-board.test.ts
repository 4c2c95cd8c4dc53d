import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { stewardLevels } from '@huhudao/domain';
import { printNoticeBoards, type NoticeBoardContent } from './notice-board.ts';
import { blankBoard } from './notice-board.words.ts';

const content: NoticeBoardContent = {
  language: 'zh-CN',
  paper: 'a4',
  communityName: '柳荫社区',
  place: '柳荫苑 1栋 1单元',
  people: [
    { level: 'grid', unitName: '第一网格', personName: '李明', phone: null },
    { level: 'stairwell', unitName: '', personName: '王芳', phone: '0571-5550 0101' },
  ],
  board: { ...blankBoard, phone: '0571-5550 0100', address: '柳荫路12号', hours: '8:30–20:00' },
  residentPage: 'https://visits.example.cn/answer/',
  printedOn: '2026-11-22',
};

async function read(bytes: Uint8Array<ArrayBuffer>) {
  const plain = new TextDecoder('latin1').decode(bytes);
  // The reader keeps the bytes it is given.
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []));
  const [, , width = 0, height = 0] = page.view;
  return {
    pages: pdf.numPages,
    width: Math.round(width),
    height: Math.round(height),
    // Long words have places to break at between their letters.
    text: items
      .map(({ str }) => str)
      .join('')
      .replaceAll('\u{200B}', ''),
    /** Whatever is set outside the paper or runs over its edge. */
    outside: items.filter(({ str, transform, width: long }) => {
      const [x, y] = [Number(transform[4]), Number(transform[5])];
      return str.trim() !== '' && (x < 0 || y < 0 || x + long > width || y > height);
    }),
    fonts: new Set([...plain.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1])),
    described: plain.match(/\/FontDescriptor\b(?! \d)/g)?.length ?? 0,
    embedded: plain.match(/\/FontFile[23]? /g)?.length ?? 0,
  };
}

const print = async (changes: Partial<NoticeBoardContent>) =>
  read(await printNoticeBoards([{ ...content, ...changes }]));

describe('a notice board', () => {
  it('is one page of the paper asked for, with who is in office and how to reach the community', async () => {
    const a4 = await print({});
    expect([a4.pages, a4.width, a4.height]).toEqual([1, 595, 842]);
    for (const words of [
      '柳荫社区',
      '柳荫苑 1栋 1单元',
      '网格长',
      '李明',
      '第一网格',
      '单元长',
      '王芳',
      '0571-5550 0101',
      '0571-5550 0100',
      '柳荫路12号',
      '2026年11月22日 周日',
    ])
      expect(a4.text).toContain(words);
    expect(a4.text).not.toContain('片区长');
    const a3 = await print({ paper: 'a3' });
    expect([a3.pages, a3.width, a3.height]).toEqual([1, 842, 1191]);
  });

  it('embeds the Chinese type it uses', async () => {
    const { fonts, described, embedded } = await print({});
    expect([...fonts].some((font) => font?.startsWith('NotoSansHans'))).toBe(true);
    expect(embedded).toBeGreaterThan(0);
    expect(embedded).toBe(described);
  });

  it('holds on its one page whatever an office may write: long names, long places, every duty', async () => {
    const line = '职责很长的一行文字要换行才放得下'.repeat(5);
    const full = {
      'zh-CN': Array.from({ length: 5 }, () => line.slice(0, 79)).join('\n'),
      en: 'x'.repeat(400),
    };
    const duties = { area: full, grid: full, building: full, stairwell: full, group: full };
    const named = { unitName: '靠近南门一侧的多层住宅区域'.repeat(4), personName: '买买提·阿不都热合曼·'.repeat(5), phone: '+86 0571-5550 0101-8888888' }; // prettier-ignore
    const levels = [...stewardLevels, 'group', 'group', 'group', 'group', 'group'] as const;
    for (const language of ['zh-CN', 'en'] as const) {
      const board = { phone: '5'.repeat(60), address: '云'.repeat(120), hours: 'h'.repeat(120), duties };
      const place = '云溪国际花园城邦御景湾三期多层住宅区'.repeat(6);
      const people = levels.map((level) => ({ level, ...named }));
      const { pages, outside, text } = await print({ language, board, place, people });
      expect(pages).toBe(1);
      expect(outside).toEqual([]);
      expect(text.split('+86 0571-5550 0101-8888888')).toHaveLength(levels.length + 1);
    }
  });

  it('sets what somebody typed as text, never as markup', async () => {
    const typed = '#panic("x") *粗* $x$ @ref <a> \\ // = 题';
    const { text } = await print({ place: typed, people: [{ level: 'area', unitName: '', personName: typed, phone: null }] }); // prettier-ignore
    expect(text.replaceAll(' ', '').split(typed.replaceAll(' ', ''))).toHaveLength(3);
  });

  it('without anybody in office points to the community', async () => {
    expect((await print({ people: [] })).text).toContain('请直接联系社区');
  });
});
