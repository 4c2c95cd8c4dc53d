/** Return visits that somebody agreed to. */
export const revisits = {
  title: '再走访',
  none: '没有要再走访的住户。',
  overdue: '已过期',
  plannedOn: '定在 {{day}}',
  noTopics: '居民同意再来一次',
  record: '记录结果',
  open: '去这一户',
  state: '结果',
  states: { visited: '已再访，还要跟进', resolved: '已解决', unresolved: '没能解决', declined: '居民谢绝' },
  cause: '原因',
  explanation: '怎么答复的',
  promise: '承诺了什么',
  save: '保存结果',
  topicsOnly: '这里只列出居民愿意转告的事。',
} as const;
