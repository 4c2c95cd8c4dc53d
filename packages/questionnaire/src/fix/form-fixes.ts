import { indicators } from '@huhudao/domain';
import type { FindingCode } from '../check/finding.ts';
import type { Definition, Question } from '../definition/definition.schema.ts';
import { questionsOf } from '../definition/walk.ts';
import { isSingleChoice, readyChoices, withIndicator } from '../edit/items.ts';
import type { SingleChoice } from '../edit/items.ts';
import { move } from '../edit/move.ts';
import { freshCode, freshName } from '../edit/names.ts';
import { isQuestion, partAt, placeOf } from '../edit/place.ts';
import type { Place } from '../edit/place.ts';
import { withCodeRenamed } from '../edit/rename.ts';
import type { CodeList } from '../edit/rename.ts';
import { replace } from '../edit/replace.ts';
import { canonicalCounts, undecidedCodes } from '../indicators/canonical.ts';
import type { FormFix } from './fix.ts';

/** Another name for the second of two. Conditions go on referring to the first, as they did. */
const otherName: FormFix = (definition, { path }) => {
  const entry = /\.(choices|rows|columns)\[(\d+)\]\.value$/.exec(path);
  const place = placeOf(path);
  if (entry !== null) return otherCode(definition, place, entry[1] as CodeList, Number(entry[2]));
  const part = partAt(definition, place);
  return part === undefined
    ? null
    : replace(definition, place, { ...part, name: freshName(definition, part.name) });
};

function otherCode(definition: Definition, place: Place, list: CodeList, index: number): Definition | null {
  const question = partAt(definition, place);
  if (!isQuestion(question)) return null;
  const entries = entriesOf(question, list);
  const codes = entries.map((entry) => entry.value);
  const code = codes[index];
  const isFirst = code === undefined || codes.indexOf(code) === index;
  const fresh = freshCode(codes, code);
  if (isFirst) return withCodeRenamed(definition, place, { list, index, code: fresh });
  const renamed = entries.map((entry, at) => (at === index ? { ...entry, value: fresh } : entry));
  return replace(definition, place, { ...question, [list]: renamed });
}

function entriesOf(question: Question, list: CodeList): readonly { value: string }[] {
  if (list === 'choices') return 'choices' in question ? question.choices : [];
  return question.type === 'matrix' ? question[list] : [];
}

/** Changes the single choice a finding is about. */
function single(change: (question: SingleChoice, choice: number) => SingleChoice | null): FormFix {
  return (definition, { path }) => {
    const place = placeOf(path);
    const question = partAt(definition, place);
    if (!isQuestion(question) || !isSingleChoice(question)) return null;
    const changed = change(question, Number(/\.choices\[(\d+)\]/.exec(path)?.[1] ?? -1));
    return changed === null ? null : replace(definition, place, changed);
  };
}

const asUsual = single((question, index) => {
  const choice = question.choices[index];
  const usual =
    choice === undefined || question.indicator === undefined
      ? undefined
      : canonicalCounts[question.indicator][choice.value];
  if (choice === undefined || usual === undefined) return null;
  return { ...question, choices: question.choices.with(index, { ...choice, counts: usual }) };
});

const withDontKnow = single((question) => {
  if (question.indicator === undefined)
    return { ...question, choices: [...question.choices, readyChoices.cannotSay] };
  const value = undecidedCodes.find(
    (code) => canonicalCounts[question.indicator ?? 'support'][code] !== undefined,
  );
  const counts = canonicalCounts[question.indicator][value ?? ''];
  if (value === undefined || counts === undefined) return null;
  return { ...question, choices: [...question.choices, { ...readyChoices.cannotSay, value, counts }] };
});

const unconditional: FormFix = (definition, { path }) => {
  const place = placeOf(path);
  const part = partAt(definition, place);
  if (part?.visibleIf === undefined) return null;
  const { visibleIf: _gone, ...rest } = part;
  return replace(definition, place, rest);
};

/** The first item of the indicator that everyone is asked becomes the one its rate is made from. */
const firstAsHeadline: FormFix = (definition, { params }) => {
  const indicator = indicators.find((one) => one === params['indicator']);
  const [first] = questionsOf(definition).flatMap(({ path, question, conditions }) =>
    isSingleChoice(question) && question.indicator === indicator && conditions.length === 0
      ? [{ place: placeOf(path), question }]
      : [],
  );
  if (indicator === undefined || first === undefined) return null;
  return replace(definition, first.place, { ...first.question, headline: true });
};

/** Codes that stand outside a scale, after it. */
const outside: ReadonlySet<string> = new Set([...undecidedCodes, 'notUsed']);

/** Every scale from its worst to its best step, as the built-in items have it. */
const worstFirst: FormFix = (definition) =>
  questionsOf(definition).reduce((form, { path, question }) => {
    if (question.type !== 'radiogroup' || question.choices[0]?.counts !== 'favourable') return form;
    const scale = question.choices.filter((choice) => !outside.has(choice.value));
    const rest = question.choices.filter((choice) => outside.has(choice.value));
    return replace(form, placeOf(path), { ...question, choices: [...scale.toReversed(), ...rest] });
  }, definition);

/** The overall item goes before the first item that is a detail. */
const beforeDetails: FormFix = (definition, { path }) => {
  const firstDetail = questionsOf(definition).find(
    ({ question }) =>
      isSingleChoice(question) && question.indicator !== undefined && question.headline !== true,
  );
  return firstDetail === undefined
    ? null
    : move(definition, placeOf(path), placeOf(firstDetail.path)).definition;
};

/** Lowest and highest change places; limits of a selection that cannot be met go. */
const limitsInOrder: FormFix = (definition, { path }) => {
  const place = placeOf(path);
  const question = partAt(definition, place);
  if (!isQuestion(question)) return null;
  switch (question.type) {
    case 'text':
      return replace(definition, place, { ...question, min: question.max, max: question.min });
    case 'rating': {
      const { rateMin = 1, rateMax = 5 } = question;
      if (rateMin === rateMax) return null;
      return replace(definition, place, { ...question, rateMin: rateMax, rateMax: rateMin });
    }
    case 'checkbox':
    case 'tagbox':
      return replace(definition, place, {
        ...question,
        minSelectedChoices: undefined,
        maxSelectedChoices: undefined,
      });
    case 'radiogroup':
    case 'dropdown':
    case 'comment':
    case 'boolean':
    case 'matrix':
      return null;
  }
};

/** Mends that understand the form. */
export const fixesOfForm: Partial<Record<FindingCode, FormFix>> = {
  nameTwice: otherName,
  nameReserved: otherName,
  codeTwice: otherName,
  kindChanged: otherName,
  limitsCrossed: limitsInOrder,
  indicatorInVisitForm: single((question) => withIndicator(question, undefined)),
  countsWithoutIndicator: single((question) => withIndicator(question, undefined)),
  headlineMissing: firstAsHeadline,
  headlineConditional: unconditional,
  countsMissing: asUsual,
  fairIsFavourable: asUsual,
  countsNotUsual: asUsual,
  noDontKnow: withDontKnow,
  bestAlwaysFirst: worstFirst,
  overallAfterDetails: beforeDetails,
};
