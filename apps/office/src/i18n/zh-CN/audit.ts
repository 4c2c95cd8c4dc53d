/** The audit. */
export const audit = {
  chain: '哪条记录链',
  installation: '{{name}}（整套系统）',
  check: '核对记录链',
  checkHint: '重新计算每一条的校验码。有人改过任何一条，都会指出第一处。',
  intact_other: '完整：{{count, number}} 条全部吻合',
  broken: '第 {{number}} 条不吻合，记录被改动过',
  none: '还没有记录',
  noneHint: '每一次写入、每一次查看实名答卷都会记在这里。',
  number: '序号',
  at: '时间',
  actor: '谁',
  system: '系统',
  action: '做了什么',
  onlyAction: '只看 {{action}}，再点一次取消',
  subject: '对象（只有编号）',
} as const;
