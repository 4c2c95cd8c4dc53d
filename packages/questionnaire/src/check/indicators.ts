import { indicators } from '@huhudao/domain';
import type { Indicator } from '@huhudao/domain';
import type { Question } from '../definition/definition.schema.ts';
import type { DefinitionKind } from '../definition/kinds.ts';
import type { PlacedQuestion } from '../definition/walk.ts';
import { canonicalCounts } from '../indicators/canonical.ts';
import { error, warning } from './finding.ts';
import type { Finding } from './finding.ts';

type SingleChoice = Extract<Question, { type: 'radiogroup' | 'dropdown' }>;
type Placed = Omit<PlacedQuestion, 'question'> & { question: SingleChoice };

/**
 * A questionnaire measures each indicator by exactly one headline item, asked of everyone, with every choice
 * counted one way or another. Where nothing is measured yet, that is said once. A visit form measures nothing.
 */
export function findInIndicators(questions: readonly PlacedQuestion[], kind: DefinitionKind): Finding[] {
  const items = questions.flatMap((placed) => (isSingleChoice(placed) ? [placed] : []));
  const mapped = items.filter(({ question }) => question.indicator !== undefined);
  if (kind === 'visitForm') {
    return mapped.map(({ path, question }) =>
      error(`${path}.indicator`, 'indicatorInVisitForm', { name: question.name }),
    );
  }
  return [
    ...items.flatMap(findInItem),
    ...(mapped.length === 0
      ? [error('', 'nothingMeasured')]
      : indicators.flatMap((indicator) => findInHeadlines(indicator, mapped))),
  ];
}

function isSingleChoice(placed: PlacedQuestion): placed is Placed {
  return placed.question.type === 'radiogroup' || placed.question.type === 'dropdown';
}

function findInHeadlines(indicator: Indicator, mapped: readonly Placed[]): Finding[] {
  const headlines = mapped.filter(
    ({ question }) => question.indicator === indicator && question.headline === true,
  );
  if (headlines.length === 0) return [error('', 'headlineMissing', { indicator })];
  return [
    ...headlines.slice(1).map(({ path }) => error(`${path}.headline`, 'headlineTwice', { indicator })),
    ...headlines
      .filter(({ conditions }) => conditions.length > 0)
      .map(({ path, question }) => error(path, 'headlineConditional', { name: question.name })),
  ];
}

function findInItem({ path, question }: Placed): Finding[] {
  const { name, indicator, choices } = question;
  if (indicator === undefined) {
    return [
      ...(question.headline === true
        ? [error(`${path}.headline`, 'headlineWithoutIndicator', { name })]
        : []),
      ...(choices.some((choice) => choice.counts !== undefined)
        ? [error(path, 'countsWithoutIndicator', { name })]
        : []),
    ];
  }
  const favourable = choices.some((choice) => choice.counts === 'favourable');
  return [
    ...(favourable ? [] : [error(path, 'noFavourable', { name })]),
    ...choices.flatMap((choice, index) => findInChoice(`${path}.choices[${index}]`, indicator, choice)),
  ];
}

function findInChoice(
  path: string,
  indicator: Indicator,
  choice: SingleChoice['choices'][number],
): Finding[] {
  const code = choice.value;
  const usual = canonicalCounts[indicator][code];
  const params = { code, indicator };
  if (choice.counts === undefined) return [error(path, 'countsMissing', params)];
  if (usual === undefined) return [error(`${path}.value`, 'codeNotCanonical', params)];
  if (code === 'fair' && choice.counts === 'favourable')
    return [error(`${path}.counts`, 'fairIsFavourable', params)];
  return choice.counts === usual ? [] : [warning(`${path}.counts`, 'countsNotUsual', params)];
}
