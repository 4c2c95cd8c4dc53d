/** What people are told inside the product. */
export const notice = {
  title: '通知',
  unread_other: '通知，{{count}} 条未读',
  none: '没有通知',
  noneHint: '轮次开启、延期、提醒和小组变动会显示在这里。',
  new: '未读',
  read: '标为已读',
  readAll: '全部标为已读',
  toRound: '查看轮次',
  kind: {
    roundOpened: '“{{round}}”已开启，{{deadline}}截止。',
    roundClosed: '“{{round}}”已结束。',
    deadlineExtended: '“{{round}}”的截止日期从{{from}}延到{{to}}。',
    extensionTakenBack: '“{{round}}”的延期已撤回，截止日期改回{{to}}。',
    teamChanged: '“{{team}}”的人员或任务有变动，请同步后查看。',
  },
  cause: {
    noPlan: '请为“{{round}}”排班：{{team}}还有户没有走访，{{deadline}}截止。',
    appointments: '“{{round}}”里有约定的时间已经过了，请{{team}}尽快再去。',
    refusals: '“{{round}}”里有可以再访的户，请{{team}}换一个人去。',
    tablet: '有平板几天没有同步了，请{{team}}打开平板连网同步。',
    doorsLeft: '“{{round}}”{{deadline}}截止，{{team}}还有户没有走访。',
  },
} as const;
