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
    'zh-CN': '这段时间已有人任职，请先结束或交接原任期。',
    en: 'Somebody is in office there at that time. End that term first, or hand it over.',
  },
  termBackwards: {
    status: 422,
    'zh-CN': '任期不能在开始之前结束。',
    en: 'A term cannot end before it begins.',
  },
  termOver: {
    status: 409,
    'zh-CN': '这个任期已经结束了。',
    en: 'This term has ended already.',
  },
  termRunning: {
    status: 409,
    'zh-CN': '这个任期没有结束，不需要恢复。',
    en: 'This term has not been ended.',
  },
  groupNameTaken: {
    status: 409,
    'zh-CN': '这个单元已有同名的中心户小组。',
    en: 'This stairwell already has a group of this name.',
  },
  householdGrouped: {
    status: 409,
    'zh-CN': '所选住户中有的已在别的中心户小组。',
    en: 'One of the households chosen belongs to another group.',
  },
  proposalDecided: {
    status: 409,
    'zh-CN': '这条建议已经处理过了。',
    en: 'This proposal has been decided already.',
  },
} as const satisfies Record<string, ProblemText>;
