import { expect, test } from 'vitest';
import { noticeMessage, type DoorNotice } from './door-notice.ts';

const notice: DoorNotice = {
  communityName: '柳荫社区',
  place: '柳苑1栋1单元',
  day: '2026-11-25',
  from: '18:30',
  until: '20:30',
  team: { name: '柳荫一组', leaderName: '赵敏' },
  statement: '我们想听听您对小区的看法。',
  asks: true,
  phone: '020-8765 4321',
};

test('the message says where, when, who, why, that it is free, and how to reach the community', () => {
  const lines = noticeMessage(notice, 'zh-CN').split('\n');
  expect(lines[0]).toBe('入户走访告知单：柳苑1栋1单元');
  expect(lines).toContain('时间：11月25日 周三 18:30–20:30');
  expect(lines).toContain('来访：柳荫一组　组长 赵敏');
  expect(lines).toContain('我们想听听您对小区的看法。');
  expect(lines).toContain('电话：020-8765 4321');
  expect(lines.join('')).toContain('都由您决定');
});

test('what is not known leaves no empty line, in either language', () => {
  const bare = { ...notice, team: null, statement: null, phone: '' };
  for (const locale of ['zh-CN', 'en'] as const) {
    const lines = noticeMessage(bare, locale).split('\n');
    expect(lines.every((line) => line.trim() !== '' && !/[：:]\s*$/.test(line))).toBe(true);
    expect(lines.join('')).not.toContain('020');
  }
});
