/** When to come again to a door where somebody was not met. */
export const nextTime = {
  name: '下次时间',
  from: '{{cell}}（{{day}}起）',
  none: '本轮剩下的时段里没有合适的时间',
  tried_other: '试过 {{count}} 次没遇到人：{{times}}',
  somebodyElse: '上次拒访，换一位同事去',
  known: '{{where}}这个时段去过 {{tries}} 次，{{reached}} 次遇到人',
  notEnough: '这个时段的记录还少，按“换一天、换时段”排的',
} as const;
