import type { LocalisedText, Question } from '../definition/definition.schema.ts';
import { shapeOf } from '../definition/shape.ts';
import { wordsOf } from '../definition/texts.ts';
import { plain, shown } from './change.ts';
import type { Change, ChangeCode, Words } from './change.ts';

/** Properties that change how an item looks and nothing else. */
const forTheEye: ReadonlySet<string> = new Set([
  'autoGrow',
  'colCount',
  'displayMode',
  'labelFalse',
  'labelTrue',
  'maxRateDescription',
  'minRateDescription',
  'placeholder',
  'requiredErrorText',
  'startWithNewLine',
  'swapOrder',
]);

/** Properties that say what others do with the answer. */
const forOthers: ReadonlySet<string> = new Set(['asksContact', 'shareTopics']);

/** Properties that are compared one by one. */
const told: ReadonlySet<string> = new Set([
  'bank',
  'name',
  'type',
  'title',
  'description',
  'visibleIf',
  'isRequired',
  'indicator',
  'headline',
  'choices',
  'rows',
  'columns',
]);

/** What is different between two versions of the same item. */
export function changesOfItem(was: Question, is: Question): Change[] {
  const about = wordsOf(is.title);
  const tell = (code: ChangeCode, breaking: boolean, before: Words | null, after: Words | null): Change[] =>
    before?.zh === after?.zh && before?.en === after?.en ? [] : [{ code, breaking, about, before, after }];
  const kinds = [shapeOf(was).kind, shapeOf(is).kind] as const;
  const text = (code: ChangeCode, before?: LocalisedText, after?: LocalisedText) =>
    tell(code, false, shown(before), shown(after));
  return [
    ...tell('kindChanged', kinds[0] !== kinds[1], plain(was.type), plain(is.type)),
    ...text('wording', was.title, is.title),
    ...text('hint', was.description, is.description),
    ...tell('indicator', true, plain(indicatorOf(was)), plain(indicatorOf(is))),
    ...tell('headline', true, flag(isHeadline(was)), flag(isHeadline(is))),
    ...changesOfEntries(was, is),
    ...tell('condition', false, plain(was.visibleIf), plain(is.visibleIf)),
    ...tell('required', false, flag(was.isRequired === true), flag(is.isRequired === true)),
    ...tell('bank', false, plain(was.bank), plain(is.bank)),
    ...(['limits', 'layout', 'use'] as const).flatMap((code) =>
      restOf(was, code) === restOf(is, code)
        ? []
        : [{ code, breaking: false, about, before: null, after: null }],
    ),
  ];
}

function indicatorOf(question: Question): string | undefined {
  return 'indicator' in question ? question.indicator : undefined;
}

function isHeadline(question: Question): boolean {
  return 'headline' in question && question.headline === true;
}

const flag = (set: boolean): Words | null => (set ? plain('✓') : null);

/** Everything else an item has, of one sort, to be compared as a whole. */
function restOf(question: Question, code: 'limits' | 'layout' | 'use'): string {
  const sortOf = (property: string): string => {
    // `rows` is how tall a comment's field is, and what is asked in a grid.
    if (property === 'rows' && question.type === 'comment') return 'layout';
    if (told.has(property)) return 'told';
    if (forTheEye.has(property)) return 'layout';
    return forOthers.has(property) ? 'use' : 'limits';
  };
  const rest = Object.entries(question).filter(([property]) => sortOf(property) === code);
  return JSON.stringify(rest.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

interface Entry {
  value: string;
  text: LocalisedText;
  counts?: string | undefined;
  score?: number | undefined;
  isExclusive?: boolean | undefined;
}

function listsOf(question: Question): readonly (readonly Entry[])[] {
  if ('choices' in question) return [question.choices];
  return question.type === 'matrix' ? [question.rows, question.columns] : [];
}

function changesOfEntries(was: Question, is: Question): Change[] {
  const before = listsOf(was);
  const counted = indicatorOf(is) !== undefined;
  return listsOf(is).flatMap((list, index) =>
    changesOfList(wordsOf(is.title), before[index] ?? [], list, counted),
  );
}

/** Choices are the same by their codes; one with the same words under another code is recoded. */
function changesOfList(
  about: Words,
  before: readonly Entry[],
  after: readonly Entry[],
  counted: boolean,
): Change[] {
  const were = new Map(before.map((entry) => [entry.value, entry]));
  const are = new Map(after.map((entry) => [entry.value, entry]));
  const gone = before.filter((entry) => !are.has(entry.value));
  const recoded = new Set<string>();
  const changes = after.flatMap((entry): Change[] => {
    const was = were.get(entry.value);
    if (was !== undefined) return changesOfEntry(about, was, entry, counted);
    const { zh } = wordsOf(entry.text);
    const former = gone.find((one) => zh !== '' && !recoded.has(one.value) && wordsOf(one.text).zh === zh);
    if (former === undefined) {
      return [{ code: 'choiceAdded', breaking: counted, about, before: null, after: wordsOf(entry.text) }];
    }
    recoded.add(former.value);
    return [
      {
        code: 'choiceRecoded',
        breaking: true,
        about,
        before: plain(former.value),
        after: plain(entry.value),
      },
    ];
  });
  const removed = gone
    .filter((entry) => !recoded.has(entry.value))
    .map((entry): Change => ({
      code: 'choiceRemoved',
      breaking: true,
      about,
      before: wordsOf(entry.text),
      after: null,
    }));
  return [...changes, ...removed, ...reordered(about, before, after)];
}

function reordered(about: Words, before: readonly Entry[], after: readonly Entry[]): Change[] {
  const common = (list: readonly Entry[], other: readonly Entry[]): string =>
    list
      .map((entry) => entry.value)
      .filter((code) => other.some((entry) => entry.value === code))
      .join(' ');
  return common(before, after) === common(after, before)
    ? []
    : [{ code: 'choicesReordered', breaking: false, about, before: null, after: null }];
}

function changesOfEntry(about: Words, was: Entry, is: Entry, counted: boolean): Change[] {
  const words = wordsOf(is.text);
  const old = wordsOf(was.text);
  const tell = (
    code: ChangeCode,
    breaking: boolean,
    before?: string | number,
    after?: string | number,
  ): Change[] =>
    before === after
      ? []
      : [{ code, breaking, about: joined(about, words), before: plain(before), after: plain(after) }];
  const reworded = old.zh !== words.zh || old.en !== words.en;
  return [
    ...(reworded
      ? [{ code: 'choiceWording' as const, breaking: false, about, before: old, after: words }]
      : []),
    ...tell('counts', counted, was.counts, is.counts),
    ...tell('score', true, was.score, is.score),
    ...(was.isExclusive === is.isExclusive ? [] : [limitOf(about, words)]),
  ];
}

function joined(about: Words, choice: Words): Words {
  return { zh: `${about.zh} · ${choice.zh}`, en: `${about.en} · ${choice.en}` };
}

function limitOf(about: Words, choice: Words): Change {
  return { code: 'limits', breaking: false, about: joined(about, choice), before: null, after: null };
}
