import type { ProblemText } from './problem-text.ts';

/** Questionnaires. */
export const questionnaireProblems = {
  definitionInvalid: {
    status: 422,
    'zh-CN': '问卷还有 {count} 处必须修改，不能发布。',
    en: 'The questionnaire has {count} errors and cannot be published.',
  },
  publisherIsAuthor: {
    status: 409,
    'zh-CN': '编写人不能自己发布，请另一位同事核对后发布。',
    en: 'The author cannot publish. A second person must check and publish.',
  },
  versionUnknown: {
    status: 422,
    'zh-CN': '没有这个已发布的问卷版本。',
    en: 'There is no such published version.',
  },
  versionUnchanged: {
    status: 409,
    'zh-CN': '内容与已发布的版本相同，无需再次发布。',
    en: 'The content equals a published version; there is nothing to publish.',
  },
  versionRetired: {
    status: 409,
    'zh-CN': '这个问卷版本已停用，不能用于新的轮次。',
    en: 'This version is retired and cannot be used in a new round.',
  },
  draftChanged: {
    status: 409,
    'zh-CN': '别人在您之后修改了草稿，请刷新后核对再保存。',
    en: 'Somebody changed the draft after you opened it. Refresh, compare and save again.',
  },
} as const satisfies Record<string, ProblemText>;
