import type { Indicator } from '@huhudao/domain';
import type { Question } from '../definition/definition.schema.ts';
import { canonicalCounts } from '../indicators/canonical.ts';

/** A text in both languages, Chinese first. */
export type Wording = readonly [zh: string, en: string];
type Option = readonly [code: string, zh: string, en: string];
type Text = { default: string; en: string };

/** An item of a questionnaire: one question with one answer, counted towards one indicator. */
export type Item = Extract<Question, { type: 'radiogroup' }>;

export function text([zh, en]: Wording): Text {
  return { default: zh, en };
}

/** Options without a way of counting, as in a list of topics. */
export function plainChoices(options: readonly Option[]): { value: string; text: Text }[] {
  return options.map(([value, zh, en]) => ({ value, text: { default: zh, en } }));
}

/** An item whose options count as is usual for the indicator; with `scores`, also towards its mean. */
export function item(
  indicator: Indicator,
  name: string,
  title: Wording,
  options: readonly Option[],
  scores: Readonly<Record<string, number>> = {},
): Item {
  return {
    type: 'radiogroup',
    name,
    title: text(title),
    isRequired: true,
    indicator,
    choices: options.map(([value, zh, en]) => {
      const counts = canonicalCounts[indicator][value];
      if (counts === undefined) throw new Error(`${value} is not a code of ${indicator}`);
      const score = scores[value];
      return { value, text: { default: zh, en }, counts, ...(score === undefined ? {} : { score }) };
    }),
  };
}

/** The same item as the one its indicator's rate is made from. */
export function headline(of: Item): Item {
  return { ...of, headline: true };
}
