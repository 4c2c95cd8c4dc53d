import { checkCondition } from '../conditions/check.ts';
import { questionsInCondition } from '../conditions/condition.types.ts';
import { parseCondition } from '../conditions/parse.ts';
import { shapeOf } from '../definition/shape.ts';
import type { QuestionShape } from '../definition/shape.ts';
import type { PlacedQuestion } from '../definition/walk.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * Conditions parse, compare existing questions with existing codes, and look back only: what is shown then never
 * depends on itself, and an answer can be judged from the answers before it.
 */
export function findInConditions(questions: readonly PlacedQuestion[]): Finding[] {
  const shapes = new Map(questions.map(({ question }) => [question.name, shapeOf(question)]));
  const earlier = new Set<string>();
  const checked = new Set<string>();
  const findings: Finding[] = [];
  for (const { question, conditions } of questions) {
    for (const { path, text } of conditions) {
      if (!checked.has(path)) findings.push(...findInCondition(path, text, shapes, earlier));
      checked.add(path);
    }
    earlier.add(question.name);
  }
  return findings;
}

function findInCondition(
  path: string,
  text: string,
  shapes: ReadonlyMap<string, QuestionShape>,
  earlier: ReadonlySet<string>,
): Finding[] {
  const parsed = parseCondition(text);
  if (!parsed.ok) {
    const { ok: _, code, ...params } = parsed;
    return [error(path, code, params)];
  }
  const problems = checkCondition(parsed.condition, shapes).map(({ code, ...params }) =>
    error(path, code, params),
  );
  const ahead = questionsInCondition(parsed.condition).filter(
    (name) => shapes.has(name) && !earlier.has(name),
  );
  return [...problems, ...ahead.map((question) => error(path, 'conditionRefersAhead', { question }))];
}
