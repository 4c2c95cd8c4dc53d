/** Records on hold. */
export const quarantine = {
  about: '平板送来但不能接收的记录，原样保留，看过才算处理完',
  none: '没有待处理的记录',
  noneHint: '平板送来的记录全部正常接收。',
  receivedAt: '收到时间',
  kind: '类别',
  sealedResponse: '封存的匿名答卷',
  photos_other: '{{count}} 张照片，已收到 {{arrived}} 张',
  unknownKind: '看不出是什么记录',
  problem: '原因',
  person: '人员',
  door: '住户',
  handedOver: '走访人员交来',
  settle: '标为已处理',
  settleTitle: '标为已处理？',
  settleText: '请先联系走访人员核实。记录本身不会删除。',
} as const;
