import type { AnswerProblem } from '../answers/answer-problem.ts';
import type { Finding } from '../check/finding.ts';
import { answerProblemsEn, findingsEn } from './en.ts';
import { answerProblemsZhCn, findingsZhCn } from './zh-cn.ts';

/** One sentence in both languages. */
export interface Message {
  'zh-CN': string;
  en: string;
}

/** What a finding says. */
export function findingMessage({ code, params }: Pick<Finding, 'code' | 'params'>): Message {
  return { 'zh-CN': fill(findingsZhCn[code], params), en: fill(findingsEn[code], params) };
}

/** What is wrong with an answer. `label`, where given, is shown in place of the question's name. */
export function answerProblemMessage(problem: AnswerProblem, label?: string): Message {
  const { code, question, limit } = problem;
  const params = {
    ...(limit === undefined ? {} : { limit }),
    question: label ?? question ?? '?',
  };
  return { 'zh-CN': fill(answerProblemsZhCn[code], params), en: fill(answerProblemsEn[code], params) };
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-z]+)\}/g, (placeholder, name: string) =>
    String(params[name] ?? placeholder),
  );
}
