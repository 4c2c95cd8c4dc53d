/** The invented places of the demonstration data, and how its communities differ. */

export const districtName = '云溪区（演示）';
export const streetName = '云溪街道';

/** What is true of a community’s residents: probabilities from which answers are drawn. */
export type CommunityTruth = {
  name: string;
  compounds: readonly string[];
  awareness: number;
  participation: number;
  support: number;
  satisfaction: number;
  /** How many are at home and willing. */
  response: number;
};

export const communities: readonly CommunityTruth[] = [
  {
    name: '柳荫社区',
    compounds: ['建设新村', '柳荫苑', '临河里'],
    awareness: 0.86,
    participation: 0.62,
    support: 0.955,
    satisfaction: 0.88,
    response: 0.74,
  },
  {
    name: '南桥社区',
    compounds: ['南桥花园', '桥东里', '纺织宿舍'],
    awareness: 0.83,
    participation: 0.6,
    support: 0.93,
    satisfaction: 0.86,
    response: 0.7,
  },
  {
    name: '青石社区',
    compounds: ['青石巷', '石井坊', '青石新苑'],
    awareness: 0.9,
    participation: 0.7,
    support: 0.96,
    satisfaction: 0.92,
    response: 0.76,
  },
  {
    name: '望江社区',
    compounds: ['望江楼', '江畔家园', '船厂新村'],
    awareness: 0.78,
    participation: 0.52,
    support: 0.9,
    satisfaction: 0.74,
    response: 0.66,
  },
  {
    name: '和平里社区',
    compounds: ['和平里一区', '和平里二区', '机床厂宿舍'],
    awareness: 0.85,
    participation: 0.61,
    support: 0.94,
    satisfaction: 0.87,
    response: 0.71,
  },
  {
    name: '石榴园社区',
    compounds: ['石榴园', '果园北里', '石榴新城'],
    awareness: 0.82,
    participation: 0.58,
    support: 0.93,
    satisfaction: 0.84,
    response: 0.68,
  },
  {
    name: '双井社区',
    compounds: ['双井坊', '井台里', '双井嘉园'],
    awareness: 0.88,
    participation: 0.66,
    support: 0.95,
    satisfaction: 0.9,
    response: 0.75,
  },
  {
    name: '东湖社区',
    compounds: ['东湖湾', '湖滨花园', '枣园里'],
    awareness: 0.84,
    participation: 0.59,
    support: 0.94,
    satisfaction: 0.86,
    response: 0.69,
  },
  {
    name: '永安社区',
    compounds: ['永安里', '永安新苑', '邮电宿舍'],
    awareness: 0.85,
    participation: 0.63,
    support: 0.94,
    satisfaction: 0.88,
    response: 0.72,
  },
];

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
);
const givens = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂文辉玲华建国红梅兰云龙飞鹏宁欣');

/** An invented name of two or three characters. */
export function inventName(pick: <T>(list: readonly T[]) => T, short: boolean): string {
  return pick(surnames) + pick(givens) + (short ? '' : pick(givens));
}
