import type { ProblemText } from './problem-text.ts';

/** Rates, revisits, ledgers. */
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
  revisitWaiting: {
    status: 409,
    'zh-CN': '这一户已有一条人工添加的再走访待处理。',
    en: 'A revisit raised by hand already waits for this household.',
  },
  causeMissing: {
    status: 422,
    'zh-CN': '请写明找到的原因。',
    en: 'State the cause that was found.',
  },
  householdDoNotContact: {
    status: 409,
    'zh-CN': '这一户要求不再联系，不能安排再走访。',
    en: 'This household asked not to be contacted; no revisit can be raised.',
  },
  ledgerTooLong: {
    status: 422,
    'zh-CN': '台账有 {rows} 条，一次最多导出 {limit} 条，请缩小日期范围。',
    en: 'The ledger has {rows} rows; at most {limit} can be exported at once. Narrow the dates.',
  },
  reasonMissing: {
    status: 422,
    'zh-CN': '请写明查看实名答卷的理由。',
    en: 'State the reason for looking at a named response.',
  },
} as const satisfies Record<string, ProblemText>;
