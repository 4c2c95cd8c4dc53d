import type { ProblemText } from './problem-text.ts';

/** Answers from residents’ own phones; in words for them. */
export const answerProblems = {
  ticketUnknown: {
    status: 404,
    'zh-CN': '这个二维码无效。请让工作人员再出示一个。',
    en: 'This code is not valid. Please ask the visitor to show another one.',
  },
  ticketUsed: {
    status: 409,
    'zh-CN': '这个二维码已经用过：一个码只收一份答卷，已经收到了。',
    en: 'This code has been used: each takes one set of answers, and they have arrived.',
  },
  ticketAnsweredOnTablet: {
    status: 409,
    'zh-CN':
      '这个二维码对应的答卷已经在工作人员的平板上填写了，手机上的这一份没有收下。如果不是您填的，请告诉社区。',
    en: 'For this code, answers were given on the visitor’s tablet; these from your phone were not stored. If it was not you who gave them, please tell the community.',
  },
  ticketExpired: {
    status: 410,
    'zh-CN': '这个二维码过期了。请让工作人员再出示一个。',
    en: 'This code is too old. Please ask the visitor to show another one.',
  },
  answersClosed: {
    status: 410,
    'zh-CN': '这一轮走访已经结束，不再收答卷。谢谢您。',
    en: 'This round of visits has ended and takes no more answers. Thank you.',
  },
  linkDamaged: {
    status: 422,
    'zh-CN': '链接不完整或被改动过。请重新扫一次平板上的二维码。',
    en: 'The link is not complete or was changed. Please scan the code on the tablet again.',
  },
  appointmentLinkExpired: {
    status: 410,
    'zh-CN': '这个二维码过期了，不能再约时间。请给社区打电话。',
    en: 'This code is too old to choose a time with. Please call the community.',
  },
  appointmentsClosed: {
    status: 410,
    'zh-CN': '这一轮走访已经结束，不用再约时间了。谢谢您。',
    en: 'This round of visits has ended; no time needs to be agreed any more. Thank you.',
  },
  appointmentOver: {
    status: 409,
    'zh-CN': '这个二维码已经用过，走访已经有了结果，不用再约时间了。有事请联系社区。',
    en: 'This code has been used and the visit is settled; no time needs to be agreed. Please turn to the community if there is anything else.',
  },
  appointmentTooLate: {
    status: 409,
    'zh-CN': '约定的时间已经到了，网上改不了。请给社区打电话。',
    en: 'The time agreed has come and cannot be changed here any more. Please call the community.',
  },
  windowNotFree: {
    status: 409,
    'zh-CN': '这个时间段已经约满或者过了，请另选一个。',
    en: 'This time is full or has passed. Please choose another one.',
  },
} as const satisfies Record<string, ProblemText>;
