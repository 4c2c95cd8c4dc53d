import type { ProblemText } from './problem-text.ts';

/** Areas, households, teams. */
export const registerProblems = {
  areaNameTaken: {
    status: 409,
    'zh-CN': '同一上级下已有同名区划。',
    en: 'There is already an area of this name here.',
  },
  areaKindWrong: {
    status: 422,
    'zh-CN': '这一级区划不能建在这里。',
    en: 'An area of this kind cannot be placed here.',
  },
  doorTaken: {
    status: 409,
    'zh-CN': '这个单元里已有 {room} 室。',
    en: 'This stairwell already has room {room}.',
  },
  teamNameTaken: {
    status: 409,
    'zh-CN': '这个社区已有同名走访小组。',
    en: 'This community already has a team of this name.',
  },
  personUnsuitable: {
    status: 422,
    'zh-CN': '所选人员没有相应的角色或不在这个区划。',
    en: 'The person chosen does not hold the role needed, or not in this area.',
  },
  stewardTaken: {
    status: 409,
    'zh-CN': '这个单元已有楼道长，请先结束原任期。',
    en: 'This stairwell has a building head. End that term first.',
  },
  proposalDecided: {
    status: 409,
    'zh-CN': '这条建议已经处理过了。',
    en: 'This proposal has been decided already.',
  },
} as const satisfies Record<string, ProblemText>;
