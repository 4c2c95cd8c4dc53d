/** Who works on this tablet, and how to leave it. */
export const settings = {
  title: '设置',
  person: '{{name}}（{{login}}）',
  signOut: '退出登录',
  signOutRefused_other: '还有 {{count}} 条没有送达，不能退出。请连网同步后再退出。',
  signOutHelp: '退出后这台平板不再收发您的内容；草稿加密留着，您联网再登录就能接着用。临时离开只要锁定。',
  roles: '职责：{{roles}}',
} as const;
