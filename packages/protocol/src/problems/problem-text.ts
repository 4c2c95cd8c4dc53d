/** HTTP status, and one sentence in both languages that says what is wrong and what to do. */
export type ProblemText = { status: number; 'zh-CN': string; en: string };
