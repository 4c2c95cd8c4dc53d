import type { Message } from '../messages/messages.ts';

/** What stands on paper besides the author's own words. */
export interface PaperWords {
  item: (number: number) => string;
  askedIf: (condition: string) => string;
  several: (least: number | null, most: number | null) => string;
  yes: string;
  no: string;
  /** What follows each blank of a day. */
  dayParts: readonly string[];
}

export const paperWords: Readonly<Record<keyof Message, PaperWords>> = {
  'zh-CN': {
    item: (number) => `第 ${number} 题`,
    askedIf: (condition) => `${condition}，才问这道题`,
    several: (least, most) =>
      [
        '可以选几项',
        least === null ? '' : `，至少 ${least} 项`,
        most === null ? '' : `，最多 ${most} 项`,
      ].join(''),
    yes: '是',
    no: '否',
    dayParts: ['年', '月', '日'],
  },
  en: {
    item: (number) => `item ${number}`,
    askedIf: (condition) => `Only if ${condition}`,
    several: (least, most) =>
      [
        'Several may be ticked',
        least === null ? '' : `, at least ${least}`,
        most === null ? '' : `, at most ${most}`,
      ].join(''),
    yes: 'Yes',
    no: 'No',
    dayParts: ['year', 'month', 'day'],
  },
};
