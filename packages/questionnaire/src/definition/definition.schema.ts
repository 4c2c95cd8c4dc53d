import { counts, indicators, isStorable } from '@huhudao/domain';
import { z } from 'zod';
import { namePattern, originPattern } from './names.ts';
import { hasChinese } from './texts.ts';

/**
 * What a definition may contain: the part of SurveyJS JSON the product accepts, plus its own properties.
 *
 * A definition is data that office staff write and residents' tablets render, so it is closed: a property or
 * an element type that is not written here is refused (see `check`). Choices are always written out with
 * value and text, never taken from elsewhere, since each carries a stable code, its translation and how it counts.
 */

/**
 * A text in one or two languages. `default` is Chinese; SurveyJS Creator, whose default is English, writes
 * `zh-cn` beside it. Chinese is always there: it is what residents see first.
 */
const text = (limit: number) => {
  const plain = z.string().min(1).max(limit).refine(isStorable);
  const translated = z
    .strictObject({ default: plain.optional(), 'zh-cn': plain.optional(), en: plain.optional() })
    .refine(hasChinese, { params: { missing: 'zh-CN' } });
  return z.union([plain, translated]);
};
const label = text(200);
const sentence = text(1000);
const name = z.string().regex(namePattern);
const condition = z.string().min(1).max(1000).refine(isStorable);
const length = z.int().min(1).max(10_000);

const itemSchema = z.strictObject({ value: name, text: label });
const choiceSchema = z.strictObject({
  value: name,
  text: label,
  counts: z.enum(counts).optional(),
  score: z.number().min(-1000).max(1000).optional(),
});
const multipleChoiceSchema = z.strictObject({
  value: name,
  text: label,
  isExclusive: z.boolean().optional(),
});

const asked = {
  name,
  title: sentence,
  description: sentence.optional(),
  visibleIf: condition.optional(),
  isRequired: z.boolean().optional(),
  requiredErrorText: label.optional(),
  startWithNewLine: z.boolean().optional(),
  /** The item and version of the bank that it was taken from, `clearStairwell@2`. */
  bank: z.string().regex(originPattern).optional(),
};
const singleChoice = {
  ...asked,
  choices: z.array(choiceSchema).min(2).max(100),
  indicator: z.enum(indicators).optional(),
  headline: z.boolean().optional(),
};
const severalChoices = {
  ...asked,
  choices: z.array(multipleChoiceSchema).min(1).max(100),
  minSelectedChoices: z.int().min(1).max(100).optional(),
  maxSelectedChoices: z.int().min(1).max(100).optional(),
  shareTopics: z.boolean().optional(),
};
const colCount = z.int().min(0).max(5).optional();
const patternSchema = z.strictObject({
  type: z.literal('regex'),
  regex: z.string().min(1).max(200),
  text: label.optional(),
});
const day = z.iso.date();

const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('radiogroup'), ...singleChoice, colCount }),
  z.strictObject({ type: z.literal('dropdown'), ...singleChoice, placeholder: label.optional() }),
  z.strictObject({ type: z.literal('checkbox'), ...severalChoices, colCount }),
  z.strictObject({ type: z.literal('tagbox'), ...severalChoices, placeholder: label.optional() }),
  z.strictObject({
    type: z.literal('text'),
    ...asked,
    inputType: z.enum(['text', 'tel', 'number', 'date']).optional(),
    maxLength: length.optional(),
    min: z.union([z.number(), day]).optional(),
    max: z.union([z.number(), day]).optional(),
    placeholder: label.optional(),
    validators: z.array(patternSchema).max(1).optional(),
  }),
  z.strictObject({
    type: z.literal('comment'),
    ...asked,
    maxLength: length.optional(),
    rows: z.int().min(1).max(20).optional(),
    autoGrow: z.boolean().optional(),
    placeholder: label.optional(),
  }),
  z.strictObject({
    type: z.literal('rating'),
    ...asked,
    rateMin: z.int().min(0).max(10).optional(),
    rateMax: z.int().min(1).max(10).optional(),
    minRateDescription: label.optional(),
    maxRateDescription: label.optional(),
  }),
  z.strictObject({
    type: z.literal('boolean'),
    ...asked,
    labelTrue: label.optional(),
    labelFalse: label.optional(),
    displayMode: z.enum(['default', 'radio', 'checkbox']).optional(),
    swapOrder: z.boolean().optional(),
    asksContact: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('matrix'),
    ...asked,
    rows: z.array(itemSchema).min(1).max(50),
    columns: z.array(itemSchema).min(2).max(20),
    eachRowRequired: z.boolean().optional(),
  }),
]);

const container = {
  name,
  title: sentence.optional(),
  description: sentence.optional(),
  visibleIf: condition.optional(),
};

/** A panel holds questions only: one level of grouping is all a form at the door needs. */
const panelSchema = z.strictObject({
  type: z.literal('panel'),
  ...container,
  elements: z.array(questionSchema).min(1).max(100),
});

const pageSchema = z.strictObject({
  ...container,
  elements: z
    .array(z.discriminatedUnion('type', [questionSchema, panelSchema]))
    .min(1)
    .max(100),
});

/** Values of hidden questions are always cleared at once, so that an answer never outlives its question. */
export const definitionSchema = z.strictObject({
  title: sentence,
  description: sentence.optional(),
  locale: z.enum(['zh-cn', 'en']).optional(),
  showQuestionNumbers: z.boolean().optional(),
  showProgressBar: z.boolean().optional(),
  clearInvisibleValues: z.literal('onHiddenContainer').optional(),
  pageNextText: label.optional(),
  pagePrevText: label.optional(),
  completeText: label.optional(),
  pages: z.array(pageSchema).min(1).max(50),
});

export type Definition = z.infer<typeof definitionSchema>;
export type Page = z.infer<typeof pageSchema>;
export type Panel = z.infer<typeof panelSchema>;
export type Question = z.infer<typeof questionSchema>;
export type LocalisedText = z.infer<typeof sentence>;
