import type { Indicator } from '@huhudao/domain';
import type { Definition, LocalisedText, Question } from '../definition/definition.schema.ts';
import { wordsOf } from '../definition/texts.ts';
import { knowsCampaign } from '../forms/awareness.items.ts';
import { takesPart } from '../forms/participation.items.ts';
import { overallSatisfaction } from '../forms/satisfaction.items.ts';
import { supportsEffort } from '../forms/support.items.ts';
import { canonicalCounts } from '../indicators/canonical.ts';
import { freshName } from './names.ts';
import type { Panel } from '../definition/definition.schema.ts';

/** The kinds of items an author chooses from: what stands on the tablet, not how SurveyJS names it. */
export const itemKinds = [
  'radiogroup',
  'checkbox',
  'dropdown',
  'tagbox',
  'boolean',
  'rating',
  'matrix',
  'text',
  'comment',
  'number',
  'date',
  'tel',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export type SingleChoice = Extract<Question, { type: 'radiogroup' | 'dropdown' }>;
type Choice = SingleChoice['choices'][number];

export function kindOf(question: Question): ItemKind {
  if (question.type !== 'text') return question.type;
  return question.inputType ?? 'text';
}

export function isSingleChoice(question: Question): question is SingleChoice {
  return question.type === 'radiogroup' || question.type === 'dropdown';
}

const empty: LocalisedText = { default: '' };
export const cannotSay: Choice = { value: 'cannotSay', text: { default: '说不清', en: 'Cannot say' } };

/** A new item with its title still to be written. A single choice begins with a way to say "I cannot say". */
export function newItem(definition: Definition, kind: ItemKind): Question {
  return questionOf(kind, { name: freshName(definition, 'q'), title: empty });
}

/** A new item of an indicator, with the choices its rate is usually made from. */
export function newIndicatorItem(definition: Definition, indicator: Indicator): SingleChoice {
  return {
    type: 'radiogroup',
    name: freshName(definition, 'q'),
    title: empty,
    isRequired: true,
    indicator,
    choices: usualChoices(indicator),
  };
}

/** A panel begins with an item: there is nothing to see of an empty one. */
export function newPanel(definition: Definition): Panel {
  return {
    type: 'panel',
    name: freshName(definition, 'group'),
    title: empty,
    elements: [newItem(definition, 'radiogroup')],
  };
}

/** The choices of the built-in item that makes the rate of an indicator. */
export function usualChoices(indicator: Indicator): Choice[] {
  const items = {
    awareness: knowsCampaign,
    participation: takesPart,
    support: supportsEffort,
    satisfaction: overallSatisfaction,
  };
  return structuredClone(items[indicator].choices);
}

type Asked = Pick<Question, 'name' | 'title'> & Partial<Question>;
type Entry = { value: string; text: LocalisedText };

/** The item as another kind. What both kinds have stays: name, texts, condition, choices. */
export function asKind(question: Question, kind: ItemKind): Question {
  const { name, title, description, visibleIf, isRequired, requiredErrorText, startWithNewLine } = question;
  const kept = { name, title, description, visibleIf, isRequired, requiredErrorText, startWithNewLine };
  const asked = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  const changed = questionOf(kind, { name, title, ...asked }, entriesOf(question));
  if (isSingleChoice(question) && isSingleChoice(changed)) {
    const { indicator, headline, choices } = question;
    return {
      ...changed,
      choices,
      ...(indicator === undefined ? {} : { indicator }),
      ...(headline === undefined ? {} : { headline }),
    };
  }
  return changed;
}

function entriesOf(question: Question): Entry[] | undefined {
  if ('choices' in question) return question.choices.map(({ value, text }) => ({ value, text }));
  return question.type === 'matrix' ? question.columns : undefined;
}

function questionOf(kind: ItemKind, asked: Asked, entries?: Entry[]): Question {
  switch (kind) {
    case 'radiogroup':
    case 'dropdown':
      return { ...asked, type: kind, choices: entries ?? [...blank('choice'), cannotSay] };
    case 'checkbox':
    case 'tagbox':
      return { ...asked, type: kind, choices: entries ?? blank('choice') };
    case 'matrix':
      return {
        ...asked,
        type: kind,
        rows: blank('row'),
        columns: entries ?? [...blank('column'), cannotSay],
      };
    case 'text':
    case 'number':
    case 'date':
    case 'tel':
      return { ...asked, type: 'text', ...(kind === 'text' ? {} : { inputType: kind }) };
    case 'rating':
      return { ...asked, type: kind, rateMin: 1, rateMax: 5 };
    case 'comment':
    case 'boolean':
      return { ...asked, type: kind } as Question;
  }
}

function blank(stem: string): Entry[] {
  return [1, 2].map((number) => ({ value: `${stem}${number}`, text: empty }));
}

/**
 * The item counted towards an indicator, or towards none. Choices count as is usual for the indicator; an item whose
 * choices are not written yet is given the usual ones.
 */
export function withIndicator(question: SingleChoice, indicator: Indicator | undefined): SingleChoice {
  const { indicator: _before, headline: _headline, ...rest } = question;
  const plain = question.choices.map(({ counts: _counts, ...choice }) => choice);
  if (indicator === undefined) return { ...rest, choices: plain };
  const unwritten = question.choices.every(
    ({ value, text }) => wordsOf(text).zh === '' || value === cannotSay.value,
  );
  if (unwritten) return { ...rest, indicator, choices: usualChoices(indicator) };
  const choices = plain.map((choice): Choice => {
    const counts = canonicalCounts[indicator][choice.value];
    return counts === undefined ? choice : { ...choice, counts };
  });
  return { ...rest, indicator, choices };
}
