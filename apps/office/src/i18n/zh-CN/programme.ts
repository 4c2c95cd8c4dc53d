/** Measurements in several streets. */
export const programme = {
  title: '专项行动',
  new: '新建专项行动',
  none: '还没有专项行动',
  noneHint: '几个街道一起做一次测评，从这里开始：问卷、日期和抽样办法统一，每个街道一轮。',
  notYours: '专项行动由创建办管理',
  notYoursHint: '街道的轮次在“轮次”里，走访小组由街道安排。',
  street: '街道',
  streets: '参加的街道',
  nameExample: '例如：全区年末测评',
  size: '抽取户数',
  sizeHint:
    '按各社区户数分配：各街道分别抽，街道内每户机会相等；合计抽，全部街道每户机会相等。有住户的社区至少抽一户。',
  begin: '建立，并给各街道建轮次草稿',
  fixed: '建立后不能修改。全部街道用同一个种子抽样：街道排好小组后，由创建办逐街道开启。',
  toDraw: '要抽户数',
  make: '补建轮次',
  missing_other: '有 {{count}} 个街道还没有这一轮。',
  of: { street: '每个街道', all: '全部街道合计' },
} as const;
