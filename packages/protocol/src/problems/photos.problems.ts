import type { ProblemText } from './problem-text.ts';

/** Issues reported at the door, and their photos. */
export const photoProblems = {
  issueHouseholdUnknown: {
    status: 422,
    'zh-CN': '没有这一户，或不在您工作的社区。',
    en: 'There is no such household, or it is not in a community you work in.',
  },
  photoTooLarge: {
    status: 413,
    'zh-CN': '照片太大，最多 {limit}。',
    en: 'The photo is too large; the limit is {limit}.',
  },
  photoNotBegun: {
    status: 409,
    'zh-CN': '这张照片还没有开始上传。',
    en: 'Sending this photo has not begun.',
  },
  photoOffsetWrong: {
    status: 409,
    'zh-CN': '照片的这一段接不上，已收到 {received} 字节。',
    en: 'This part of the photo does not follow on; {received} bytes have arrived.',
  },
  photoDigestWrong: {
    status: 422,
    'zh-CN': '收到的照片与登记的不一致，已丢弃，请重新发送。',
    en: 'What arrived is not the photo that was announced. It was thrown away; send it again.',
  },
  photoUnreadable: {
    status: 422,
    'zh-CN': '照片打不开：需要完整的 JPEG、PNG 或 WebP 图片。',
    en: 'The photo cannot be opened: a whole JPEG, PNG or WebP picture is needed.',
  },
  photoHasLocation: {
    status: 422,
    'zh-CN': '照片里带有拍摄信息（可能含位置），没有保存。',
    en: 'The photo carries data about how it was taken, which may hold a place. It was not stored.',
  },
} as const satisfies Record<string, ProblemText>;
