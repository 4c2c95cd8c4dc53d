import { supportsEffort, wouldRecommend } from '../forms/support.items.ts';
import { bankItem } from './bank-item.ts';

/** 支持. */
export const supportItems = [
  bankItem(supportsEffort, {
    label: ['支持文明城市创建', 'Supports the effort'],
    initials: 'zcwmcscj',
    subject: 'effort',
    seen: ['支持／无所谓／反对', 'support / indifferent / oppose'],
    why: [
      '问“什么态度”，不问“支持吗”：题目里不带答案。“无所谓”留在分母里。',
      'Asks what one thinks of it, not whether one supports it: no answer stands in the question. “Either way” stays in the base.',
    ],
  }),
  bankItem(wouldRecommend, {
    label: ['叫邻居一起参加', 'Would ask neighbours'],
    initials: 'jljyqcj',
    subject: 'activities',
    seen: ['会／无所谓／不会', 'would / indifferent / would not'],
    why: [
      '只问会不会叫邻居，不和“赞成”合成一题。',
      'Asks only whether one would ask neighbours; agreeing is another question.',
    ],
  }),
];
