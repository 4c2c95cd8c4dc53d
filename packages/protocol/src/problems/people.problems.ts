import type { ProblemText } from './problem-text.ts';

/** Signing in, people, devices. */
export const peopleProblems = {
  signInFailed: { status: 401, 'zh-CN': '用户名或密码不正确。', en: 'The user name or password is wrong.' },
  signInLocked: {
    status: 423,
    'zh-CN': '密码连续输错，账号已锁定，请 {minutes} 分钟后再试。',
    en: 'Too many wrong passwords. The account is locked; try again in {minutes} minutes.',
  },
  noTabletRole: {
    status: 403,
    'zh-CN': '您的角色不使用平板，请在电脑上登录办公端。',
    en: 'Your role does not use a tablet. Sign in to the office on a computer.',
  },
  passwordTooWeak: {
    status: 422,
    'zh-CN': '密码至少 {length} 位，且不能与用户名或原密码相同。',
    en: 'A password needs at least {length} characters and must differ from the user name and the old one.',
  },
  passwordMustChange: {
    status: 403,
    'zh-CN': '请先修改初始密码。',
    en: 'Please change the initial password first.',
  },
  loginTaken: { status: 409, 'zh-CN': '这个用户名已有人使用。', en: 'This user name is taken.' },
  roleNeedsArea: {
    status: 422,
    'zh-CN': '这个角色不能设在这一级区划。',
    en: 'This role cannot be given at this level of area.',
  },
  lastAdministrator: {
    status: 409,
    'zh-CN': '至少要保留一名管理员。',
    en: 'At least one administrator must remain.',
  },
  setupDone: { status: 409, 'zh-CN': '系统已经完成初始设置。', en: 'This system has already been set up.' },
  setupLinkWrong: {
    status: 403,
    'zh-CN': '设置链接无效或已使用。请在启动程序的窗口里查看新的链接。',
    en: 'The set-up link is wrong or was used. Look for the new one in the terminal that started the program.',
  },
  demoUnderWay: {
    status: 409,
    'zh-CN': '演示数据正在生成，请等生成完再清除。',
    en: 'Demonstration data is being made. Wait until it is complete, then remove it.',
  },
  notDemo: {
    status: 409,
    'zh-CN': '当前不是演示数据，不能一键清除。',
    en: 'This is not demonstration data, so it cannot be removed in one step.',
  },
} as const satisfies Record<string, ProblemText>;
