/** What is chosen at a door besides the outcomes of one touch. */
export const outcomes = {
  otherOutcomes: '其他结果',
  refusal: '居民拒绝',
  refusedHelp: '过几天可由另一位同事再试一次。',
  refusedHardHelp: '本轮不再打扰。',
  appointmentTitle: '约定再来',
  day: '日期',
  from: '从',
  until: '到',
  saveAppointment: '记下约定',
  untilAfterFrom: '结束要晚于开始。',
  dayPast: '日期不能早于今天。',
} as const;
