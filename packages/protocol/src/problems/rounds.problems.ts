import type { ProblemText } from './problem-text.ts';

/** Rounds and plans. */
export const roundProblems = {
  roundNameTaken: { status: 409, 'zh-CN': '已有同名轮次。', en: 'There is already a round of this name.' },
  roundStateWrong: {
    status: 409,
    'zh-CN': '轮次目前是“{state}”，不能这样操作。',
    en: 'The round is “{state}”; this cannot be done now.',
  },
  roundIncomplete: {
    status: 422,
    'zh-CN': '轮次还缺少：{missing}。',
    en: 'The round still lacks: {missing}.',
  },
  roundPurposeWrong: {
    status: 422,
    'zh-CN': '这种目的的轮次不能这样操作。',
    en: 'A round of this purpose cannot do this.',
  },
  botAddressRefused: {
    status: 422,
    'zh-CN': '不能用这个地址。只接受以 https:// 开头、属于这些网站的地址：{hosts}。',
    en: 'This address cannot be used. It must begin with https:// and belong to one of: {hosts}.',
  },
  deadlineNotLater: {
    status: 422,
    'zh-CN': '新的截止日期要晚于现在的 {deadline}，也不能早于今天。',
    en: 'The new deadline must be after {deadline}, and not before today.',
  },
  workChanged: {
    status: 409,
    'zh-CN': '这个人的小组刚刚有变动，请重新查看后再交接。',
    en: 'The teams of this person have just changed: look at them again and hand over then.',
  },
  teamUnsuitable: {
    status: 422,
    'zh-CN': '这个小组不能接手：它已经解散，或不在这个范围。',
    en: 'This team cannot take over: it was disbanded, or lies outside this place.',
  },
  leaderMissing: {
    status: 422,
    'zh-CN': '组长离开，要有人接任，或把工作交给另一个小组。',
    en: 'A leader who leaves needs a successor, or the work goes to another team.',
  },
  extensionFixed: {
    status: 409,
    'zh-CN': '不能撤回：只能撤回最近一次延期，原来的截止日期还没有过，并且之后没有排班。',
    en: 'It cannot be taken back: only the latest extension can, while the former deadline lies ahead and nothing is planned after it.',
  },
  weekNotBegun: {
    status: 422,
    'zh-CN': '这一周还没有开始，不能填报。',
    en: 'This week has not begun and cannot be reported on.',
  },
  correctionMissing: {
    status: 422,
    'zh-CN': '这张进度表已经上报。再次上报请写明更正了什么。',
    en: 'This sheet was handed in before. Please say what is corrected.',
  },
  sheetNotSubmitted: {
    status: 409,
    'zh-CN': '这张进度表还没有上报，不用撤回。',
    en: 'This sheet was not handed in; there is nothing to withdraw.',
  },
  noDoorsLeft: {
    status: 409,
    'zh-CN': '这里没有还要走访的户，不用打印告知单。',
    en: 'No door is left to visit here; no notice is needed.',
  },
  placesGone: {
    status: 422,
    'zh-CN': '所选范围里有 {count} 处（网格、楼栋或单元）已经不在了。请回到“范围”去掉它们。',
    en: '{count} of the grids, buildings or stairwells chosen are no more. Go back to the scope and leave them out.',
  },
  programmeFixed: {
    status: 409,
    'zh-CN': '这一轮属于专项行动，只能安排小组。',
    en: 'This round belongs to a programme; only its teams can be chosen.',
  },
  programmeStreetEmpty: {
    status: 422,
    'zh-CN': '{street}没有可走访的住户，不能列入专项行动。',
    en: '{street} has no household to visit and cannot take part.',
  },
  hotlineAsksNothing: {
    status: 422,
    'zh-CN': '12345回访不带问卷，以免看出是谁的意见。',
    en: 'A 12345 follow-up has no questionnaire, so that nobody’s opinion can be made out.',
  },
  caseDoorsGone: {
    status: 422,
    'zh-CN': '有 {count} 件工单对应的户已不在册，或不在所选社区。请重新指定。',
    en: 'The doors of {count} cases are no longer in the register, or lie in other communities. Choose them again.',
  },
  hotlineListUnclear: {
    status: 422,
    'zh-CN': '没有找到“工单编号”和“地址”两列。请在表头写明这两列。',
    en: 'No columns “case number” and “address” were found. Name these two in the first line.',
  },
  hotlineListTooLong: {
    status: 422,
    'zh-CN': '一轮最多 {limit} 件工单，这份清单有 {count} 件。请分几轮。',
    en: 'A round takes {limit} cases at most; this list has {count}. Make several rounds of it.',
  },
  askedBelowGrid: {
    status: 422,
    'zh-CN': '带问卷的轮次最小到整个网格；只走访楼栋或单元的轮次不能带问卷，以免看出是谁的意见。',
    en: 'A round with a questionnaire takes whole grids at least. One that visits only buildings or stairwells asks none, so that nobody’s opinion can be made out.',
  },
  selectionNameTaken: {
    status: 409,
    'zh-CN': '本单位已有同名的选择。',
    en: 'Your office already has a selection of this name.',
  },
  frameEmpty: {
    status: 422,
    'zh-CN': '所选范围内没有可走访的住户。',
    en: 'There is no household to visit in the scope chosen.',
  },
  sampleTooLarge: {
    status: 422,
    'zh-CN': '{community}只有 {available} 户，抽不出 {wanted} 户。',
    en: '{community} has only {available} households; {wanted} cannot be drawn.',
  },
  allocationImpossible: {
    status: 422,
    'zh-CN': '{wanted} 户分不下去：这些社区至少要抽 {least} 户，一共只有 {available} 户。',
    en: '{wanted} households cannot be shared out: these communities need at least {least}, and have {available}.',
  },
  drawAlgorithmUnknown: {
    status: 409,
    'zh-CN': '这份样本是按“{algorithm}”抽的，本系统没有这种抽法，不能重抽核对。',
    en: 'This sample was drawn by “{algorithm}”, which this server does not know; the draw cannot be replayed.',
  },
  planTeamBusy: {
    status: 409,
    'zh-CN': '这个小组这段时间已有安排。',
    en: 'The team is already planned at this time.',
  },
  planStairwellBusy: {
    status: 409,
    'zh-CN': '当天已有别的小组走访这个单元。',
    en: 'Another team is planned for this stairwell that day.',
  },
  planOutsideRound: { status: 422, 'zh-CN': '日期不在轮次期限内。', en: 'The day is outside the round.' },
  planWindowWrong: {
    status: 422,
    'zh-CN': '时间段须在 08:00–21:30 之间，结束晚于开始。',
    en: 'The window must lie within 08:00–21:30 and end after it starts.',
  },
  planNotYours: {
    status: 422,
    'zh-CN': '这个单元不由您负责，不能排班。',
    en: 'You do not look after this stairwell and cannot plan it.',
  },
  roundTeamUnusable: {
    status: 422,
    'zh-CN': '所选小组中有已解散的，或不在本轮的社区里。请重新选择小组。',
    en: 'One of the teams was disbanded or is not in the communities of the round. Choose the teams again.',
  },
  assessorUnsuitable: {
    status: 422,
    'zh-CN': '此人不是本街道的测评员，或在本街道另有职务。请另选一位。',
    en: 'This person is no assessor of the street, or also works in it. Choose somebody else.',
  },
  replicateNotNext: {
    status: 409,
    'zh-CN': '这一组备用样本已经启用，或者还没轮到。请刷新后再看。',
    en: 'This reserve replicate has been released already, or is not the next one. Look again.',
  },
  roundReleased: {
    status: 409,
    'zh-CN': '本轮结果已经公开。',
    en: 'This round has been released already.',
  },
  planTeamNotInRound: {
    status: 422,
    'zh-CN': '这个小组不参加本轮走访。',
    en: 'This team does not take part in the round.',
  },
  stairwellNotInRound: {
    status: 422,
    'zh-CN': '本轮没有要走访这个单元的住户。',
    en: 'The round has no household in this stairwell.',
  },
} as const satisfies Record<string, ProblemText>;
