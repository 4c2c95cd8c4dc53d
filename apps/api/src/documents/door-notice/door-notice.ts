import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toString as drawQr } from 'qrcode';
import { dayInWords, dayOfYearInWords, noticeWords, type Locale } from '@huhudao/protocol';
import { renderPdf } from '../typst.ts';

const template = readFileSync(path.join(import.meta.dirname, 'door-notice.typ'), 'utf8');

/** One sheet: for a door, or for a stairwell where `link` is null. */
export type NoticeSheet = {
  /** Compound, building and stairwell; with the room where it is for one door. */
  place: string;
  /** Days `YYYY-MM-DD` and times `HH:MM` in Asia/Shanghai; empty where none is planned. */
  planned: readonly { day: string; from: string; until: string }[];
  team: { name: string; leaderName: string } | null;
  headName: string | null;
  /** Where the code leads. */
  link: string | null;
};

export type DoorNoticeContent = {
  language: Locale;
  paper: 'a4' | 'a5';
  communityName: string;
  round: { startsOn: string; deadline: string; asks: boolean };
  /** Why somebody comes, where it may be read by everybody. */
  statement: string | null;
  contact: { phone: string; address: string; hours: string };
  printedOn: string;
  sheets: readonly NoticeSheet[];
};

/** 告知单: who comes when and why, and that everything is up to the resident; a page a sheet. */
export async function printDoorNotices(content: DoorNoticeContent): Promise<Uint8Array<ArrayBuffer>> {
  const { language, paper, communityName, contact } = content;
  const words = noticeWords[language];
  return renderPdf(template, {
    language: language === 'zh-CN' ? 'zh' : 'en',
    paper,
    community: communityName,
    words: { ...words, asked: words.asked[content.round.asks ? 'questions' : 'talk'] },
    comes: words.comes(communityName),
    printed: words.printed(dayOfYearInWords(content.printedOn, language)),
    statement: content.statement ?? '',
    contact: (['phone', 'address', 'hours'] as const)
      .map((key) => ({ label: words[key], value: contact[key] }))
      .filter(({ value }) => value !== ''),
    sheets: await Promise.all(content.sheets.map((sheet) => sheetOf(content, sheet))),
  });
}

async function sheetOf(
  { language, round }: DoorNoticeContent,
  { place, planned, team, headName, link }: NoticeSheet,
) {
  const words = noticeWords[language];
  const inWords = (day: string) => dayInWords(day, language);
  return {
    place,
    when:
      planned.length === 0
        ? [words.between(inWords(round.startsOn), inWords(round.deadline))]
        : planned.map((slot) => `${inWords(slot.day)}  ${slot.from}–${slot.until}`),
    who: [
      ...(team === null ? [] : [team.name, `${words.leader} ${team.leaderName}`]),
      ...(headName === null ? [] : [`${words.head} ${headName}`]),
    ],
    qr: link === null ? '' : await drawQr(link, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' }),
  };
}
