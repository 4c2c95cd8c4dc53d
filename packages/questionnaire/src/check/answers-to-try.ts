import type { Answer } from '../answers/answers.types.ts';
import type { Comparison } from '../conditions/condition.types.ts';
import type { MultipleShape, QuestionShape } from '../definition/shape.ts';

/** Codes of one item that conditions name: with more, there are too many combinations to try. */
const mostCodes = 8;

/**
 * Answers to a question that these comparisons can tell apart, with none at all where it may be left unanswered. Null
 * where there are too many.
 */
export function answersToTry(
  shape: QuestionShape,
  comparisons: readonly Comparison[],
): readonly (Answer | undefined)[] | null {
  const given = answersGiven(shape, comparisons);
  if (given === null) return null;
  return shape.required ? given : [...given, undefined];
}

function answersGiven(shape: QuestionShape, comparisons: readonly Comparison[]): readonly Answer[] | null {
  switch (shape.kind) {
    case 'single':
      return withOneMore(
        codesNamed(comparisons),
        shape.choices.map((choice) => choice.code),
      );
    case 'multiple':
      return selections(shape, codesNamed(comparisons));
    case 'boolean':
      return [true, false];
    case 'rating':
      return Array.from({ length: shape.max - shape.min + 1 }, (_, step) => shape.min + step);
    case 'number': {
      const named = comparisons.flatMap((one) =>
        'value' in one && typeof one.value === 'number' ? [one.value - 0.5, one.value, one.value + 0.5] : [],
      );
      const { min, max } = shape;
      const ends = [min, max].filter((end) => end !== null);
      return [0, ...named, ...ends].filter((value) => value >= (min ?? value) && value <= (max ?? value));
    }
    case 'text':
    case 'date':
      return ['x'];
    case 'matrix':
      return [{ [shape.rows[0] ?? 'row']: shape.columns[0] ?? 'column' }];
  }
}

function codesNamed(comparisons: readonly Comparison[]): Set<string> {
  return new Set(
    comparisons.flatMap((one) => {
      if ('values' in one) return one.values;
      return 'value' in one && typeof one.value === 'string' ? [one.value] : [];
    }),
  );
}

/** The codes that are named, and one that is not: to conditions all others are the same. */
function withOneMore(named: ReadonlySet<string>, codes: readonly string[]): string[] {
  const other = codes.find((code) => !named.has(code));
  return [...codes.filter((code) => named.has(code)), ...(other === undefined ? [] : [other])];
}

/** Every selection among the codes that are named, filled up with others to the least number. */
function selections(shape: MultipleShape, named: ReadonlySet<string>): string[][] | null {
  const codes = shape.codes.filter((code) => named.has(code));
  if (codes.length > mostCodes) return null;
  const others = shape.codes.filter((code) => !named.has(code) && !shape.exclusive.includes(code));
  const subsets = codes.reduce<string[][]>(
    (sets, code) => [...sets, ...sets.map((set) => [...set, code])],
    [[]],
  );
  const alone = shape.exclusive.filter((code) => !named.has(code)).map((code) => [code]);
  return [...subsets.flatMap((set) => [set, filled(set)]), ...alone].filter(isAllowed);

  function filled(set: readonly string[]): string[] {
    const missing = Math.max((shape.min ?? 1) - set.length, set.length === 0 ? 1 : 0);
    return [...set, ...others.slice(0, missing)];
  }

  function isAllowed(set: readonly string[]): boolean {
    const isAlone = set.length === 1 && shape.exclusive.includes(set[0] ?? '');
    const mixed = set.length > 1 && set.some((code) => shape.exclusive.includes(code));
    const inLimits = set.length >= (shape.min ?? 1) && set.length <= (shape.max ?? set.length);
    return set.length > 0 && !mixed && (isAlone || inLimits);
  }
}
