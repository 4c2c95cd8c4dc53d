/** The texts around the notice of a visit; what stands on it is said by `noticeWords`, as the office prints it. */
export const doorNotice = {
  title: '告知单',
  preview: '告知单的样子',
  notAccepted: '组长还没有同意这次安排，张贴前请先确认。',
  print: '打印一张 A4',
  send: '发到居民群',
  copy: '复制文字，发到居民群',
  copied: '已复制，可以粘贴到居民群里。',
  failed: '没有发成。请打印，或再试一次。',
} as const;
