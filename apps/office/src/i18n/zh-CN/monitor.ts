/** The monitor of a round. */
export const monitor = {
  trail: '所在位置',
  up: '上一级',
  byPlace: '逐级查看',
  allStairwells: '全部单元',
  noGrid: '未划网格的楼栋',
  reached: '见到人',
  left: '还剩',
  revisits: '再走访',
  revisitOpen: '未完成',
  room: '房号',
  doorState: '状态',
  outcome: '走访结果',
  attempts: '上门次数',
} as const;
