import type { ProblemText } from './problem-text.ts';

/** Rates, revisits. */
export const figureProblems = {
  ruleInvalid: {
    status: 422,
    'zh-CN': '规则条件写得不对：{at}。',
    en: 'The rule’s condition is wrong: {at}.',
  },
  revisitStateWrong: {
    status: 409,
    'zh-CN': '这条再走访已经处理过了。',
    en: 'This revisit has been dealt with already.',
  },
  reasonMissing: {
    status: 422,
    'zh-CN': '请写明查看实名答卷的理由。',
    en: 'State the reason for looking at a named response.',
  },
} as const satisfies Record<string, ProblemText>;
