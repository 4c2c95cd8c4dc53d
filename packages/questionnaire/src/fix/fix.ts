import type { Finding, FindingCode } from '../check/finding.ts';
import { readDraft } from '../check/structure.ts';
import type { Definition } from '../definition/definition.schema.ts';
import { fixesOfForm } from './form-fixes.ts';
import { valueAt, withValueAt } from './json-path.ts';

/** Mends one finding in a form the editor can read; null where this one has no obvious mend. */
export type FormFix = (definition: Definition, finding: Finding) => Definition | null;
/** Mends a finding in any JSON. */
type Fix = (value: unknown, finding: Finding) => unknown;

/** The property, the condition or the entry that the finding is about goes. */
const withoutIt: Fix = (value, { path }) =>
  valueAt(value, path) === undefined ? null : withValueAt(value, path, undefined);

/** Properties a form can do without. */
const needed: ReadonlySet<string> = new Set([
  'choices',
  'columns',
  'elements',
  'name',
  'pages',
  'rows',
  'text',
  'title',
  'type',
  'value',
]);

const withoutOptional: Fix = (value, finding) =>
  needed.has(String(finding.params['property'])) ? null : withoutIt(value, finding);

const withoutBraces: Fix = (value, { path }) => {
  const clean = (text: unknown): unknown =>
    typeof text === 'string' ? text.replaceAll(/\s*\{[^}]*\}/g, '') : text;
  const text = valueAt(value, path);
  const cleaned =
    typeof text === 'object' && text !== null
      ? Object.fromEntries(Object.entries(text).map(([language, words]) => [language, clean(words)]))
      : clean(text);
  return withValueAt(value, path, cleaned);
};

const withoutPattern: Fix = (value, { path }) =>
  withValueAt(value, path.replace(/\.validators.*$/, '.validators'), undefined);

/** Mends that need not understand the form. */
const fixesOfJson: Partial<Record<FindingCode, Fix>> = {
  forbiddenProperty: withoutIt,
  unknownProperty: withoutIt,
  wrongValue: withoutOptional,
  unsafePattern: withoutPattern,
  pipedText: withoutBraces,
  conditionTooLong: withoutIt,
  conditionSyntax: withoutIt,
  conditionUnsupported: withoutIt,
  conditionUnknownQuestion: withoutIt,
  conditionUnknownCode: withoutIt,
  conditionWrongOperator: withoutIt,
  conditionRefersAhead: withoutIt,
  conditionNeverHolds: withoutIt,
  headlineTwice: withoutIt,
  headlineWithoutIndicator: withoutIt,
  shareTopicsTwice: withoutIt,
  asksContactTwice: withoutIt,
  contactRequired: withoutIt,
};

/**
 * The form with one finding mended, where there is an obvious mend; null where only its author can know. A mend never
 * invents words in an author's name, and the author sees it like any other change.
 */
export function fixed(value: unknown, finding: Finding): unknown {
  const ofJson = fixesOfJson[finding.code];
  if (ofJson !== undefined) return ofJson(value, finding);
  const ofForm = fixesOfForm[finding.code];
  const definition = ofForm === undefined ? null : readDraft(value);
  return ofForm === undefined || definition === null ? null : ofForm(definition, finding);
}
