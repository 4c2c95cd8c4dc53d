import {
  cleanliness,
  clearStairwell,
  dogKeeping,
  feelsSafe,
  marketOrder,
  overallSatisfaction,
  parkingOrder,
  propertyManagement,
  publicFacilities,
  reportHandling,
  satisfaction,
  serviceManners,
  wasteFacilities,
} from '../forms/satisfaction.items.ts';
import type { Wording } from '../forms/item.ts';
import { bankItem, reworded } from './bank-item.ts';

/** 满意. What published forms ask in one item about two things is two items here. */

const fivePoints: Wording = ['五级满意度', '5-point satisfaction'];

export const satisfactionItems = [
  bankItem(overallSatisfaction, {
    label: ['总体满意', 'Overall satisfaction'],
    initials: 'ztmy',
    subject: 'effort',
    seen: fivePoints,
    why: [
      '位置会影响答案（2020 年国内一项实验里，放在最前面的分数更高），所以各轮都放在同一处，也不放在一串成绩后面。只问创建，不把“工作和成效”合在一起。',
      'Its place changes the answers (in a Chinese experiment of 2020 it came out higher when asked first): keep it in one place in all rounds, and not after a list of good news. One thing only, not “the work and its results”.',
    ],
  }),
  bankItem(cleanliness, {
    label: ['小区环境卫生', 'Cleanliness'],
    initials: 'xqhjws',
    subject: 'compound',
    seen: fivePoints,
    why: [
      '只问小区里；背街小巷的干净程度另外一题。',
      'The compound only; side streets are an item of their own.',
    ],
  }),
  bankItem(
    satisfaction('sideStreets', [
      '您对家附近背街小巷的环境卫生满意吗？',
      'How satisfied are you with the cleanliness of the side streets near your home?',
    ]),
    {
      label: ['背街小巷卫生', 'Side streets'],
      initials: 'bjxxws',
      subject: 'surroundings',
      seen: fivePoints,
      why: [
        '常见问卷把小区和背街小巷合成一题，两处不一样时没法答。',
        'Published forms ask it together with the compound: where the two differ there is no answer.',
      ],
    },
  ),
  bankItem(wasteFacilities, {
    label: ['垃圾投放点', 'Waste collection points'],
    initials: 'ljtfd',
    subject: 'compound',
    seen: fivePoints,
    why: [
      '问看得见的投放点，不问“收运和分类设施”两件事。',
      'Asks for what one sees, the collection points, not for collection and facilities at once.',
    ],
  }),
  bankItem(parkingOrder, {
    label: ['停车秩序', 'Parking'],
    initials: 'tczx',
    subject: 'surroundings',
    seen: fivePoints,
    why: ['停车和行车是两件事，这里只问停车。', 'Parking and traffic are two things; this is parking.'],
  }),
  bankItem(
    satisfaction('trafficOrder', [
      '您对家附近的交通秩序满意吗（例如车辆礼让行人）？',
      'How satisfied are you with traffic near your home (for instance drivers giving way to people on foot)?',
    ]),
    {
      label: ['交通秩序', 'Traffic'],
      initials: 'jtzx',
      subject: 'surroundings',
      seen: fivePoints,
      why: ['从“停车和交通秩序”里分出来的一题。', 'Taken out of “parking and traffic”.'],
    },
  ),
  reworded(
    bankItem(clearStairwell, {
      label: ['楼道畅通', 'Clear stairwell'],
      initials: 'ldct',
      subject: 'building',
      seen: fivePoints,
      why: [
        '用例子说明“畅通”指什么；22 题问卷用的就是这一版。',
        'Examples say what is meant by clear; the ready questionnaire of 22 items asks it so.',
      ],
    }),
    {
      question: satisfaction('clearStairwell', [
        '您对楼道的畅通情况满意吗（例如不堆杂物）？',
        'How satisfied are you that your stairwell is kept clear (for instance of clutter)?',
      ]),
      why: [
        '拉线充电和走路通不通是两件事；这一版只问畅通，充电另成一题。',
        'Charging cables and a clear way are two things: this asks for the way only, cables are an item of their own.',
      ],
    },
  ),
  bankItem(
    satisfaction('chargingSafety', [
      '您对电动车充电的管理满意吗（例如有没有人拉线充电）？',
      'How satisfied are you with how the charging of electric bicycles is managed (for instance cables hung from windows)?',
    ]),
    {
      label: ['电动车充电', 'Charging of e-bikes'],
      initials: 'ddccd',
      subject: 'building',
      seen: fivePoints,
      why: [
        '从“楼道堆物、消防通道、飞线充电”里分出来的一题。',
        'Taken out of “clutter, fire exits and charging cables”.',
      ],
    },
  ),
  bankItem(
    satisfaction('fireExits', [
      '您对楼里消防通道的畅通情况满意吗？',
      'How satisfied are you that the fire exits of your building are kept clear?',
    ]),
    {
      label: ['消防通道', 'Fire exits'],
      initials: 'xftd',
      subject: 'building',
      seen: fivePoints,
      why: [
        '从“楼道堆物、消防通道、飞线充电”里分出来的一题。',
        'Taken out of “clutter, fire exits and charging cables”.',
      ],
    },
  ),
  bankItem(publicFacilities, {
    label: ['公共设施完好', 'Shared facilities'],
    initials: 'ggsswh',
    subject: 'compound',
    seen: fivePoints,
    why: [
      '问的是一件事：完好不完好；灯、路面、井盖只是例子。哪一样坏了，由“最应该先解决的事”来答。',
      'One thing is asked: their state. Lights, paving and covers are examples; which of them is broken is told under “what to put right first”.',
    ],
  }),
  bankItem(marketOrder, {
    label: ['菜市场秩序', 'Market'],
    initials: 'csczx',
    subject: 'surroundings',
    seen: fivePoints,
    why: ['菜市场和小店分开问。', 'Market and small shops are asked apart.'],
  }),
  bankItem(
    satisfaction('shopOrder', [
      '您对家附近小店的经营秩序满意吗（例如占道摆放）？',
      'How satisfied are you with the order of the small shops near your home (for instance goods on the pavement)?',
    ]),
    {
      label: ['小店经营秩序', 'Small shops'],
      initials: 'xdjyzx',
      subject: 'surroundings',
      seen: fivePoints,
      why: ['从“市场和小店秩序”里分出来的一题。', 'Taken out of “market and small-shop order”.'],
    },
  ),
  bankItem(dogKeeping, {
    label: ['文明养狗', 'Dogs'],
    initials: 'wmyg',
    subject: 'compound',
    seen: fivePoints,
    why: [
      '问养狗人家的做法，养不养狗的居民都能答。',
      'Asks for what dog owners do: those with and without a dog can answer.',
    ],
  }),
  bankItem(propertyManagement, {
    label: ['物业服务', 'Property management'],
    initials: 'wyfw',
    subject: 'services',
    seen: fivePoints,
    why: [
      '有的小区没有物业，单列选项，不进分母。',
      'Some compounds have none: that is a choice of its own, outside the base.',
    ],
  }),
  bankItem(serviceManners, {
    label: ['办事窗口态度', 'Service counters'],
    initials: 'bscktd',
    subject: 'services',
    seen: fivePoints,
    why: [
      '窗口和执法分开问；没去过的不评。',
      'Counters and law enforcement are asked apart; who has not been there does not judge.',
    ],
  }),
  bankItem(
    satisfaction(
      'enforcementManners',
      [
        '执法人员执法时，您对他们的态度满意吗？',
        'How satisfied are you with the manners of law enforcement officers at work?',
      ],
      ['没有见过', 'I have not seen any'],
    ),
    {
      label: ['执法态度', 'Law enforcement'],
      initials: 'zftd',
      subject: 'services',
      seen: fivePoints,
      why: [
        '从“窗口服务和执法态度”里分出来的一题；没见过的不评。',
        'Taken out of “window services and law enforcement”; who has seen none does not judge.',
      ],
    },
  ),
  bankItem(feelsSafe, {
    label: ['夜间出行安全', 'Safe at night'],
    initials: 'yjcxaq',
    subject: 'surroundings',
    seen: ['安全／基本安全／不安全', 'safe / mostly / not'],
    why: [
      '问一个具体的时候：晚上一个人走路；不和“总体安全”合成一题。',
      'Asks for one moment, walking alone at night, and not for safety at large as well.',
    ],
  }),
  bankItem(reportHandling, {
    label: ['反映问题的处理', 'Handling of reports'],
    initials: 'fywtdcl',
    subject: 'services',
    seen: ['五级满意度，加“没有反映过”', '5-point satisfaction, and not used'],
    why: [
      '限定近一年；没反映过的单列，不进分母。',
      'The past year only; who has not reported anything is outside the base.',
    ],
  }),
];
