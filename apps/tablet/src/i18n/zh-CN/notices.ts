import { noticeSentencesZhCN } from '@huhudao/ui/notice-sentences';

/** What somebody is told on the tablet: plans, appointments, rounds and teams. */
export const notices = {
  title: '通知',
  none: '还没有通知。',
  noneHint: '排班、居民约定、轮次和小组有变动，会在同步后显示在这里。',
  new: '新',
  toDoor: '去这一户',
  toPlan: '看排班',
  toRound: '看这一轮',
  unknown: '有一条新的通知，请更新应用后查看。',
  kind: {
    ...noticeSentencesZhCN.kind,
    teamChanged: '“{{team}}”的人员或任务有变动，请看今日和排班。',
  },
  cause: noticeSentencesZhCN.cause,
} as const;
