/** Reads the condition of a rule and checks it against the questionnaires it is to look at. */
import { Problem } from '@huhudao/protocol';
import {
  checkCondition,
  type CompiledVersion,
  type Condition,
  type ConditionProblem,
} from '@huhudao/questionnaire';
import { parseCondition } from '@huhudao/questionnaire/survey';

/**
 * @param versions questionnaires, one of which must ask everything the condition names; the newest first.
 * @throws Problem ruleInvalid with the words that are wrong, and where they stand
 */
export function readCondition(text: string, versions: readonly CompiledVersion[]): Condition {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Problem('ruleInvalid', { ...unreadable(text, parsed), code: parsed.code });
  const problems = versions.map((version) => checkCondition(parsed.condition, shapesOf(version)));
  if (problems.some((found) => found.length === 0)) return parsed.condition;
  const fewest = problems.toSorted((a, b) => a.length - b.length)[0]?.[0];
  throw new Problem(
    'ruleInvalid',
    fewest === undefined ? { at: text } : { at: wrongPart(fewest), code: fewest.code },
  );
}

const shapesOf = (version: CompiledVersion) =>
  new Map(version.questions.map((question) => [question.name, question]));

type Unparsed = Extract<ReturnType<typeof parseCondition>, { ok: false }>;

/** `position` counts characters from 0. */
function unreadable(text: string, parsed: Unparsed): { at: string; position?: number } {
  switch (parsed.code) {
    case 'conditionSyntax':
      return { at: text.slice(parsed.at, parsed.at + 30) || text.slice(-30), position: parsed.at };
    case 'conditionUnsupported':
      return { at: parsed.part.slice(0, 60) };
    case 'conditionTooLong':
      return { at: `${text.slice(0, 30)}…` };
  }
}

function wrongPart(problem: ConditionProblem): string {
  switch (problem.code) {
    case 'conditionUnknownQuestion':
      return `{${problem.question}}`;
    case 'conditionUnknownCode':
      return `{${problem.question}} ${problem.value}`;
    case 'conditionWrongOperator':
      return `{${problem.question}} ${problem.operator}`;
  }
}
