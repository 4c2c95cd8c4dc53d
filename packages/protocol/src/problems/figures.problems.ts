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
  reasonMissing: {
    status: 422,
    'zh-CN': '请写明查看实名答卷的理由。',
    en: 'State the reason for looking at a named response.',
  },
} as const satisfies Record<string, ProblemText>;
