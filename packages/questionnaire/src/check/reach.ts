import type { Answer, Answers } from '../answers/answers.types.ts';
import { comparisonsOf, questionsInCondition } from '../conditions/condition.types.ts';
import type { Comparison, Condition } from '../conditions/condition.types.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import { parseCondition } from '../conditions/parse.ts';
import { shapeOf } from '../definition/shape.ts';
import type { QuestionShape } from '../definition/shape.ts';
import type { PlacedQuestion } from '../definition/walk.ts';
import { answersToTry } from './answers-to-try.ts';
import { warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** Combinations of answers that are tried for one item; where there are more, nothing is said. */
const mostTried = 20_000;

/**
 * Conditions that contradict themselves, and items that nobody is ever asked: because the conditions around them
 * contradict each other, or because what they ask about is never asked itself. Found by trying answers, so that what is
 * found is so. For conditions that are otherwise sound.
 */
export function findInReach(questions: readonly PlacedQuestion[]): Finding[] {
  const items = questions.map(readItem);
  const byName = new Map(items.map((item) => [item.shape.name, item]));
  const impossible = new Set<string>();
  return items.flatMap((item) => {
    const own = item.conditions.filter(({ path, condition }) => {
      if (impossible.has(path) || canHold([condition], asIfAlwaysAsked(byName))) return false;
      impossible.add(path);
      return true;
    });
    const findings = own.map(({ path }) => warning(path, 'conditionNeverHolds'));
    if (item.conditions.some(({ path }) => impossible.has(path))) return findings;
    const reachable = canHold(
      item.conditions.map(({ condition }) => condition),
      byName,
    );
    return reachable ? findings : [...findings, warning(item.path, 'neverAsked', { name: item.shape.name })];
  });
}

interface Item {
  path: string;
  shape: QuestionShape;
  conditions: { path: string; condition: Condition }[];
}
type Items = ReadonlyMap<string, Item>;

function readItem({ question, path, conditions }: PlacedQuestion): Item {
  return {
    path,
    shape: shapeOf(question),
    conditions: conditions.flatMap((placed) => {
      const parsed = parseCondition(placed.text);
      return parsed.ok ? [{ path: placed.path, condition: parsed.condition }] : [];
    }),
  };
}

function asIfAlwaysAsked(items: Items): Items {
  return new Map([...items].map(([name, item]) => [name, { ...item, conditions: [] }]));
}

/** Whether there are answers over which all the conditions hold; true, too, where there are too many to try. */
function canHold(conditions: readonly Condition[], items: Items): boolean {
  const asked = behind(conditions, items);
  const all = [...conditions, ...asked.flatMap((item) => item.conditions.map(({ condition }) => condition))];
  const choices = asked.map((item) => answersToTry(item.shape, comparisonsWith(item.shape.name, all)));
  const number = choices.reduce((product, answers) => product * (answers?.length ?? Infinity), 1);
  if (number > mostTried) return true;
  return tryFrom(0, {});

  function tryFrom(index: number, answers: Answers): boolean {
    const item = asked[index];
    if (item === undefined) return conditions.every((condition) => evaluateCondition(condition, answers));
    const shown = item.conditions.every(({ condition }) => evaluateCondition(condition, answers));
    const possible: readonly (Answer | undefined)[] = shown ? (choices[index] ?? []) : [undefined];
    return possible.some((answer) =>
      tryFrom(index + 1, answer === undefined ? answers : { ...answers, [item.shape.name]: answer }),
    );
  }
}

/** The items the conditions ask about, and those behind them, in reading order. */
function behind(conditions: readonly Condition[], items: Items): Item[] {
  const names = new Set<string>();
  const add = (condition: Condition): void => {
    for (const name of questionsInCondition(condition)) {
      if (names.has(name)) continue;
      names.add(name);
      for (const own of items.get(name)?.conditions ?? []) add(own.condition);
    }
  };
  conditions.forEach(add);
  return [...items.values()].filter((item) => names.has(item.shape.name));
}

function comparisonsWith(name: string, conditions: readonly Condition[]): Comparison[] {
  return conditions.flatMap(comparisonsOf).filter((comparison) => comparison.question === name);
}
