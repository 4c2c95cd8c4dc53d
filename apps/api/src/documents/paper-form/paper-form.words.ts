/** What stands around a form on paper, in both languages. */
import type { Locale } from '@huhudao/protocol';

export type PaperFormWords = {
  filledIn: string;
  dayParts: readonly [year: string, month: string, day: string];
  version: (number: number) => string;
  fileName: (title: string, number: number) => string;
};

export const paperFormWords: Record<Locale, PaperFormWords> = {
  'zh-CN': {
    filledIn: '填写日期',
    dayParts: ['年', '月', '日'],
    version: (number) => `第 ${number} 版`,
    fileName: (title, number) => `${title} 第${number}版 纸质表.pdf`,
  },
  en: {
    filledIn: 'Filled in on',
    dayParts: ['year', 'month', 'day'],
    version: (number) => `version ${number}`,
    fileName: (title, number) => `${title} version ${number} on paper.pdf`,
  },
};
