import type { ProblemText } from './problem-text.ts';

/** Records from tablets. */
export const recordProblems = {
  batchTooLarge: {
    status: 422,
    'zh-CN': '一次最多发送 {limit} 条。',
    en: 'At most {limit} records can be sent at once.',
  },
  batchTooSmall: {
    status: 422,
    'zh-CN': '匿名答卷至少 {limit} 份一批。',
    en: 'Anonymous responses are sent {limit} or more at a time.',
  },
  duplicateInBatch: {
    status: 422,
    'zh-CN': '同一批里有两条编号相同的记录。',
    en: 'Two records of one batch have the same id.',
  },
  idReused: {
    status: 409,
    'zh-CN': '这个编号的记录已存在，但内容不同。',
    en: 'A record with this id exists with other content.',
  },
  recordInvalid: {
    status: 422,
    'zh-CN': '记录的格式不对，已原样保存，等待处理。',
    en: 'The record is not well formed. It is kept word for word until somebody looks at it.',
  },
  householdUnknown: {
    status: 422,
    'zh-CN': '本轮走访名单里没有这一户。',
    en: 'This household is not on the round’s list.',
  },
  roundUnknown: { status: 422, 'zh-CN': '没有这个轮次。', en: 'There is no such round.' },
  roundNotOpen: {
    status: 409,
    'zh-CN': '这一轮走访已经结束或还没开始。',
    en: 'This round has ended or not begun.',
  },
  implausibleTime: {
    status: 422,
    'zh-CN': '记录的时间不合理，请检查平板的日期和时间。',
    en: 'The time of the record is not plausible. Check the tablet’s date and time.',
  },
  notAssigned: {
    status: 422,
    'zh-CN': '这一户没有分配给您的小组。',
    en: 'This household is not assigned to your team.',
  },
  notPermitted: {
    status: 422,
    'zh-CN': '您的角色不能提交这种记录。',
    en: 'Your role cannot send records of this kind.',
  },
  formMismatch: {
    status: 422,
    'zh-CN': '走访记录表的版本与本轮不符。',
    en: 'The visit form is not this round’s version.',
  },
  questionnaireMismatch: {
    status: 422,
    'zh-CN': '问卷版本与本轮不符。',
    en: 'The questionnaire is not this round’s version.',
  },
  answerUnknown: {
    status: 422,
    'zh-CN': '答卷里有一个答案，问卷里没有这道题。请告诉街道办。',
    en: 'There is an answer to something the questionnaire does not ask. Please tell the street office.',
  },
  answerWrongType: {
    status: 422,
    'zh-CN': '有一道题的答案类型不对。请告诉街道办。',
    en: 'An answer has the wrong type. Please tell the street office.',
  },
  answerOutsideChoices: {
    status: 422,
    'zh-CN': '有一道题的答案不在选项之内。请告诉街道办。',
    en: 'An answer is not among the choices. Please tell the street office.',
  },
  answerHidden: {
    status: 422,
    'zh-CN': '有一道按跳题规则不该作答的题有了答案。请告诉街道办。',
    en: 'A question that was not asked has an answer. Please tell the street office.',
  },
  answerMissing: {
    status: 422,
    'zh-CN': '有一道必答题没有答案。请告诉街道办。',
    en: 'A required question has no answer. Please tell the street office.',
  },
  answerTooLong: {
    status: 422,
    'zh-CN': '有一道题写得太长。请告诉街道办。',
    en: 'An answer is too long. Please tell the street office.',
  },
  readAloudNotOffered: {
    status: 422,
    'zh-CN': '楼道长或邻居在场时不能由工作人员念题。',
    en: 'While a building head or neighbour is present the questionnaire is not read aloud.',
  },
  outcomeNeedsQuestionnaire: {
    status: 422,
    'zh-CN': '本轮没有问卷，走访结果不能记为已答卷或答卷未完成。',
    en: 'The round has no questionnaire: a visit cannot end with answers.',
  },
  appointmentNeedsTime: {
    status: 422,
    'zh-CN': '约定再来需要日期和时间段。',
    en: 'An appointment needs a day and a time window.',
  },
  appointmentImplausible: {
    status: 422,
    'zh-CN': '约定的日期不合理，请核对。',
    en: 'The day of the appointment is not plausible. Check it.',
  },
  companionUnknown: {
    status: 422,
    'zh-CN': '同行人员不在本轮的走访小组里，也不是这个单元的楼道长。',
    en: 'Somebody who came along is in no team of the round and does not look after the stairwell.',
  },
  visitUnknown: {
    status: 422,
    'zh-CN': '没有要更正的那条走访记录。',
    en: 'The visit to be corrected is not there.',
  },
} as const satisfies Record<string, ProblemText>;
