/** Which adult of a household answers in a measurement round. */
export const adults = {
  who: '每户由谁回答',
  hint: '应门的人往往是常在家的人，由他们回答会有偏差。抽定一位时，平板按户内合格人数指定，走访人员不能挑选；权重按合格人数计。',
  by: { anyone: '应门的成年人', kish: '抽定一位（基什表）', nextBirthday: '生日最近的一位' },
  youngest: '最小周岁',
  oldest: '最大周岁',
  monthsResident: '住满（月）',
  told: '{{by}}；{{youngest}}–{{oldest}} 周岁，住满 {{months}} 个月',
} as const;
