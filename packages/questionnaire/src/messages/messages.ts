import type { AnswerProblem } from '../answers/answer-problem.ts';
import type { Finding } from '../check/finding.ts';
import { answerProblemsEn, findingsEn, indicatorsEn } from './en.ts';
import { answerProblemsZhCn, findingsZhCn, indicatorsZhCn } from './zh-cn.ts';

/** One sentence in both languages. */
export interface Message {
  'zh-CN': string;
  en: string;
}

/** What a finding says. `labelOf` tells what an item is called where a person reads it; by itself, by its name. */
export function findingMessage(
  { code, params }: Pick<Finding, 'code' | 'params'>,
  labelOf: (name: string) => string = (name) => name,
): Message {
  const named = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      key === 'name' || key === 'question' ? labelOf(String(value)) : value,
    ]),
  );
  const inWords = (words: Readonly<Record<string, string>>) => ({
    ...named,
    ...('indicator' in named ? { indicator: words[named['indicator'] ?? ''] ?? named['indicator'] } : {}),
  });
  return {
    'zh-CN': fill(findingsZhCn[code], inWords(indicatorsZhCn)),
    en: fill(findingsEn[code], inWords(indicatorsEn)),
  };
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
