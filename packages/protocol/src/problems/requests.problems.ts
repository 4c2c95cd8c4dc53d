import type { ProblemText } from './problem-text.ts';

/** Requests. */
export const requestProblems = {
  notFound: { status: 404, 'zh-CN': '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  notSignedIn: { status: 401, 'zh-CN': '请先登录。', en: 'Please sign in.' },
  sessionExpired: {
    status: 401,
    'zh-CN': '登录已过期，请重新登录。',
    en: 'Your sign-in has expired. Please sign in again.',
  },
  deviceRevoked: {
    status: 401,
    'zh-CN': '这台设备已被停用，请联系管理员。',
    en: 'This device has been revoked. Please ask an administrator.',
  },
  crossSite: {
    status: 403,
    'zh-CN': '请求来源不明，已拒绝。请从本系统页面操作。',
    en: 'The request came from somewhere else and was refused. Use this system’s own pages.',
  },
  malformedJson: {
    status: 400,
    'zh-CN': '发送的内容不完整或不是有效的 JSON。',
    en: 'What was sent is cut off or not valid JSON.',
  },
  wrongContentType: {
    status: 415,
    'zh-CN': '发送的内容类型不对，需要 {expected}。',
    en: 'Wrong content type; {expected} is needed.',
  },
  bodyTooLarge: {
    status: 413,
    'zh-CN': '发送的内容太大，最多 {limit}。',
    en: 'Too much was sent; the limit is {limit}.',
  },
  invalidRequest: {
    status: 422,
    'zh-CN': '有内容填写不正确，请检查后再试。',
    en: 'Something is not filled in correctly. Please check and try again.',
  },
  tooManyRequests: {
    status: 429,
    'zh-CN': '操作太频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  unavailable: {
    status: 503,
    'zh-CN': '系统暂时无法连接数据库，请稍后再试。内容没有丢失。',
    en: 'The database cannot be reached just now. Try again shortly; nothing was lost.',
  },
  internal: {
    status: 500,
    'zh-CN': '系统出错了，没有保存任何内容。编号 {reference}。',
    en: 'Something went wrong and nothing was saved. Reference {reference}.',
  },
  unexpectedResponse: {
    status: 502,
    'zh-CN': '收到的回复无法识别，可能是网络登录页或版本不一致。请检查网络后重试。',
    en: 'The reply could not be understood: a network sign-in page, or another version. Check the network and retry.',
  },
  conflict: {
    status: 409,
    'zh-CN': '别人刚刚修改过，请刷新后再试。',
    en: 'Somebody else has just changed this. Refresh and try again.',
  },
} as const satisfies Record<string, ProblemText>;
