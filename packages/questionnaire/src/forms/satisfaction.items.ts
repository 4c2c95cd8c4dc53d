import { headline, item } from './item.ts';
import type { Item, Wording } from './item.ts';

/**
 * 满意. The scale runs from dissatisfied to very satisfied in every item: one direction throughout, so that
 * nobody misreads it, and not the one that flatters.
 */

/** 0 to 100 in equal steps: no step of the scale is worth more than another. */
const scores = {
  dissatisfied: 0,
  notVerySatisfied: 25,
  basicallySatisfied: 50,
  satisfied: 75,
  verySatisfied: 100,
};

const fivePoints = [
  ['dissatisfied', '不满意', 'Dissatisfied'],
  ['notVerySatisfied', '不太满意', 'Not very satisfied'],
  ['basicallySatisfied', '基本满意', 'Basically satisfied'],
  ['satisfied', '满意', 'Satisfied'],
  ['verySatisfied', '非常满意', 'Very satisfied'],
] as const;
const cannotSay = ['cannotSay', '说不清', 'Cannot say'] as const;

export function satisfaction(name: string, title: Wording, notUsed?: Wording): Item {
  const options = notUsed === undefined ? [cannotSay] : [['notUsed', ...notUsed] as const, cannotSay];
  return item('satisfaction', name, title, [...fivePoints, ...options], scores);
}

export const overallSatisfaction = headline(
  satisfaction('overallSatisfaction', [
    '总的来说，您对本市的文明城市创建满意吗？',
    'All in all, how satisfied are you with this city’s effort to become a “civilised city”?',
  ]),
);

export const cleanliness = satisfaction('cleanliness', [
  '您对小区里的环境卫生满意吗？',
  'How satisfied are you with the cleanliness of the compound?',
]);

export const wasteFacilities = satisfaction('wasteFacilities', [
  '您对小区里的垃圾投放点满意吗？',
  'How satisfied are you with the waste collection points in the compound?',
]);

export const parkingOrder = satisfaction('parkingOrder', [
  '您对家附近的停车秩序满意吗？',
  'How satisfied are you with parking near your home?',
]);

export const clearStairwell = satisfaction('clearStairwell', [
  '您对楼道的畅通情况满意吗（例如不堆杂物、不拉线充电）？',
  'How satisfied are you that your stairwell is kept clear (for instance of clutter and of charging cables)?',
]);

export const publicFacilities = satisfaction('publicFacilities', [
  '您对小区公共设施的完好情况满意吗（例如路灯、楼道灯、路面、井盖）？',
  'How satisfied are you with the state of shared facilities (for instance lights, paving, manhole covers)?',
]);

export const marketOrder = satisfaction('marketOrder', [
  '您对家附近菜市场的秩序满意吗？',
  'How satisfied are you with the order at the market near your home?',
]);

export const dogKeeping = satisfaction('dogKeeping', [
  '您对小区里养狗人家的做法满意吗（例如牵绳、清理粪便）？',
  'How satisfied are you with how dogs are kept in the compound (for instance leads, cleaning up)?',
]);

export const propertyManagement = satisfaction(
  'propertyManagement',
  ['您对小区的物业服务满意吗？', 'How satisfied are you with the property management of the compound?'],
  ['没有物业', 'There is none'],
);

export const serviceManners = satisfaction(
  'serviceManners',
  [
    '到办事窗口办事时，您对工作人员的态度满意吗？',
    'How satisfied are you with the manners of the staff at public service counters?',
  ],
  ['没有去过', 'I have not been to one'],
);

export const reportHandling = satisfaction(
  'reportHandling',
  [
    '近一年里您反映过的问题（包括打12345），您对处理情况满意吗？',
    'If you reported something in the past year (also to 12345), how satisfied are you with how it was handled?',
  ],
  ['没有反映过', 'I have not reported anything'],
);

/** A three-point item: safety is felt, not rated, and has no score. */
export const feelsSafe = item(
  'satisfaction',
  'feelsSafe',
  ['晚上一个人在家附近走路，您觉得安全吗？', 'Do you feel safe walking alone near your home at night?'],
  [
    ['dissatisfied', '不安全', 'Not safe'],
    ['basicallySatisfied', '基本安全', 'Mostly safe'],
    ['satisfied', '安全', 'Safe'],
    cannotSay,
  ],
);
