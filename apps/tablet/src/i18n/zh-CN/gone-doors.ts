/** What is said of doors that went to another team. */
export const goneDoors = {
  title_other: '{{count}} 户不再由您走访',
  few_other: '{{place}} {{rooms}} 室',
  many_other: '{{place}}（{{count}} 户）',
  toTeam: '{{where}}：已交给{{team}}。',
  toOther: '{{where}}：已不在您的任务里。',
  unsent: '{{rooms}} 室：您记下的走访还在这台平板上，照样送达、照样计数，会注明送到时已经换组。',
  sent: '{{rooms}} 室：您记下的走访已送达，照样计数；换组以后才送到的已注明。',
  parallel: '{{rooms}} 室：同一天别的小组也去过，两次都保留，只算一次。',
  draft: '{{rooms}} 室：没写完的走访还在这台平板上，不会丢，见“同步”。',
  understood: '知道了',
} as const;
