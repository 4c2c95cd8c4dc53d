import { z } from 'zod';
import type { Answers, Locale } from '@huhudao/protocol';

const text = z.union([z.string(), z.object({ default: z.string(), en: z.string().optional() })]);
const choice = z.union([z.string(), z.number(), z.object({ value: z.unknown(), text: text.optional() })]);
const question = z.object({ name: z.string(), title: text.optional(), choices: z.array(choice).optional() });
type Question = z.infer<typeof question>;

/**
 * Answers beside the words of their questions and choices, in the order of the form. What the form does not know is
 * shown as it was stored.
 */
export function readAnswers(
  definition: Record<string, unknown>,
  answers: Answers,
  locale: Locale,
): { name: string; title: string; value: string }[] {
  return questionsIn(definition)
    .filter(({ name }) => answers[name] !== undefined)
    .map((one) => ({
      name: one.name,
      title: textOf(one.title, locale) ?? one.name,
      value: [answers[one.name]]
        .flat()
        .map((value) => choiceText(one, value, locale))
        .join('、'),
    }));
}

/** Every question of a form, however deep its panels. */
function questionsIn(node: Record<string, unknown>): Question[] {
  const children = [node['pages'], node['elements']].flatMap((list) => (Array.isArray(list) ? list : []));
  const own = question.safeParse(node);
  const isQuestion = own.success && children.length === 0;
  return [...(isQuestion ? [own.data] : []), ...children.filter(isRecord).flatMap(questionsIn)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function choiceText(one: Question, value: unknown, locale: Locale): string {
  const found = one.choices?.find((option) => (typeof option === 'object' ? option.value : option) === value);
  const label = typeof found === 'object' ? textOf(found.text, locale) : undefined;
  if (label !== undefined) return label;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function textOf(value: z.infer<typeof text> | undefined, locale: Locale): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return locale === 'en' ? (value.en ?? value.default) : value.default;
}
