import { noticeSentencesZhCN } from '@huhudao/ui/notice-sentences';

/** What people are told inside the product. */
export const notice = {
  title: '通知',
  unread_other: '通知，{{count}} 条未读',
  none: '没有通知',
  noneHint: '轮次开启、延期、提醒、排班、居民约定和小组变动会显示在这里。',
  new: '未读',
  read: '标为已读',
  readAll: '全部标为已读',
  toRound: '查看轮次',
  stairwell: '{{compound}}{{building}}{{stairwell}}',
  door: '{{compound}}{{building}}{{stairwell}} {{room}} 室',
  kind: {
    ...noticeSentencesZhCN.kind,
    teamChanged: '“{{team}}”的人员或任务有变动，请同步后查看。',
  },
  cause: noticeSentencesZhCN.cause,
} as const;
