/** One community. */
export const community = {
  choose: '选择社区',
  none: '这里还没有社区',
  noneHint: '请管理员在“人员与设备 → 区划”里添加社区。',
  coverage: '走访覆盖：楼栋与单元',
  pickStairwell: '选择一个单元',
  pickStairwellHint: '点单元名称，查看每一户的走访情况。',
} as const;
