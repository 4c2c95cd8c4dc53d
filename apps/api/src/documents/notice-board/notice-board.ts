import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toString as drawQr } from 'qrcode';
import { stewardLevels, type StewardLevel } from '@huhudao/domain';
import { dayOfYearInWords, type Locale, type NoticeBoard } from '@huhudao/protocol';
import { renderPdf } from '../typst.ts';
import { blankBoard, boardWords, levelNames } from './notice-board.words.ts';

const template = readFileSync(path.join(import.meta.dirname, 'notice-board.typ'), 'utf8');

export type NoticeBoardContent = {
  language: Locale;
  paper: 'a4' | 'a3';
  communityName: string;
  /** Compound, building and stairwell. */
  place: string;
  /** Who is in office; `unitName` is empty where the level says enough. */
  people: readonly { level: StewardLevel; unitName: string; personName: string; phone: string | null }[];
  /** The community’s own words. */
  board: NoticeBoard;
  /** Where the code leads. */
  residentPage: string;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  printedOn: string;
};

/**
 * 公示牌: pages of A4 or A3 that say who looks after a stairwell and how to reach the community, one a stairwell. They
 * share language, paper and day.
 */
export async function printNoticeBoards(
  contents: readonly [NoticeBoardContent, ...NoticeBoardContent[]],
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ language, paper, printedOn }] = contents;
  const words = boardWords[language];
  return renderPdf(template, {
    language: language === 'zh-CN' ? 'zh' : 'en',
    paper,
    title: words.title,
    nobody: words.nobody,
    contactTitle: words.contact,
    qrText: words.qr,
    printed: words.printed(dayOfYearInWords(printedOn, language)),
    boards: await Promise.all(contents.map(boardOf)),
  });
}

async function boardOf(content: NoticeBoardContent) {
  const { language, communityName, place, board } = content;
  const words = boardWords[language];
  return {
    community: communityName,
    place,
    levels: stewardLevels.flatMap((level) => levelOf(content, level)),
    contact: (['phone', 'address', 'hours'] as const)
      .map((key) => ({ label: words[key], value: board[key] }))
      .filter(({ value }) => value !== ''),
    qr: await drawQr(content.residentPage, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
  };
}

function levelOf({ language, people, board }: NoticeBoardContent, level: StewardLevel) {
  const here = people.filter((one) => one.level === level);
  if (here.length === 0) return [];
  const own = linesOf(board.duties[level][language]);
  const duties = own.length > 0 ? own : linesOf(blankBoard.duties[level][language]);
  const shown = here.map(({ personName, unitName, phone }) => ({
    name: personName,
    unit: unitName,
    phone: phone ?? '',
  }));
  return [{ label: levelNames[language][level], people: shown, duties }];
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
