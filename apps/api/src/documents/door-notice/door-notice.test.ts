import { describe, expect, it } from 'vitest';
import { readPdf } from '../read-pdf.testing.ts';
import { printDoorNotices, type DoorNoticeContent } from './door-notice.ts';

const sheet = {
  place: '柳荫苑 1栋 1单元 501',
  planned: [{ day: '2026-11-12', from: '18:30', until: '20:30' }],
  team: { name: '柳荫一组', leaderName: '赵明' },
  headName: '王芳',
  link: `https://visits.example.cn/answer/#visit.${'A'.repeat(150)}`,
};
const content: DoorNoticeContent = {
  language: 'zh-CN',
  paper: 'a5',
  communityName: '柳荫社区',
  round: { startsOn: '2026-11-01', deadline: '2026-11-30', asks: true },
  statement: '为了解小区环境、物业服务和楼道情况，我们逐户走访，听听您的看法。',
  contact: { phone: '0571-5550 0100', address: '柳荫路12号', hours: '8:30–20:00' },
  printedOn: '2026-11-10',
  sheets: [sheet],
};

const print = async (changes: Partial<DoorNoticeContent>) =>
  readPdf(await printDoorNotices({ ...content, ...changes }));

describe('a notice of a visit', () => {
  it('says who comes when and why, that it is free, and how to reach the community, on a page of its paper', async () => {
    const a5 = await print({});
    expect(a5.pages.map(({ width, height }) => [width, height])).toEqual([[420, 595]]);
    for (const words of [
      '柳荫社区',
      '501',
      '11月12日 周四',
      '18:30–20:30',
      '柳荫一组',
      '赵明',
      '王芳',
      '逐户走访',
      '由您决定',
      '0571-5550 0100',
      '扫码约时间',
    ])
      expect(a5.pages[0]?.text).toContain(words);
    const [a4] = (await print({ paper: 'a4' })).pages;
    expect([a4?.width, a4?.height]).toEqual([595, 842]);
  });

  it('embeds the Chinese type it uses', async () => {
    const { fonts, described, embedded } = await print({});
    expect([...fonts].some((font) => font?.startsWith('NotoSansHans'))).toBe(true);
    expect(embedded).toBeGreaterThan(0);
    expect(embedded).toBe(described);
  });

  it('for a stairwell has no code, and says where to ask', async () => {
    const { pages } = await print({
      sheets: [{ ...sheet, link: null, planned: [], team: null, headName: null }],
    });
    expect(pages[0]?.text).not.toContain('扫码');
    expect(pages[0]?.text).toContain('11月1日 周日 至 11月30日 周一');
    expect(pages[0]?.text).toContain('请到社区来');
  });

  it('holds whatever an office may write, a page a sheet, nothing cut', async () => {
    const long = {
      ...sheet,
      place: '云溪国际花园城邦御景湾三期多层住宅区'.repeat(5),
      planned: [sheet.planned, sheet.planned, sheet.planned].flat(),
      team: { name: '柳荫社区第一走访小组'.repeat(5), leaderName: '买买提·阿不都热合曼·'.repeat(5) },
      headName: '买买提·阿不都热合曼·'.repeat(5),
    };
    for (const language of ['zh-CN', 'en'] as const)
      for (const paper of ['a4', 'a5'] as const) {
        const statement = '为了解小区环境、物业服务和楼道情况，我们逐户走访。'.repeat(80).slice(0, 2000);
        const contact = { phone: '5'.repeat(60), address: '云'.repeat(120), hours: 'h'.repeat(120) };
        const { pages } = await print({ language, paper, statement, contact, sheets: [long, long, sheet] });
        expect(pages).toHaveLength(3);
        expect(pages.flatMap(({ outside }) => outside)).toEqual([]);
      }
  });

  it('sets what somebody typed as text, never as markup', async () => {
    const typed = '#panic("x") *粗* $x$ @ref <a> \\ // = 题';
    const { pages } = await print({ statement: typed, sheets: [{ ...sheet, place: typed }] });
    expect(pages[0]?.text.replaceAll(' ', '').split(typed.replaceAll(' ', ''))).toHaveLength(3);
  });
});
