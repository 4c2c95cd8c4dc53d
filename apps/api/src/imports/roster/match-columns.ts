/** Tells what a column means from its header, and where the header does not say, from its content. */
import { rosterFields, type RosterField } from '@huhudao/protocol';
import { columnNames, columnWords, notOfTheHousehold, privateNames } from './column-names.ts';
import { readOccupancy } from './normalise-occupancy.ts';
import { readPhones } from './normalise-phone.ts';
import type { PrivateKind } from './roster.ts';

export interface Match {
  field: RosterField;
  /** 1 for a known name, `partOfAName` for a known part of it, 0.6 for content alone; halved when the content speaks against it. */
  confidence: number;
}

const fieldOfName = new Map<string, RosterField>();
for (const field of rosterFields) {
  for (const name of columnNames[field].split(' ')) fieldOfName.set(name, field);
}
const partOfAName = 0.7;
/** A header is a name, not a sentence. */
const longestHeader = 16;
/** With what it is decorated with. */
const longestRead = 200;

/** A header without what offices decorate it with: blanks, stars, brackets and what is in them, `1.` in front. */
export function headerWord(text: string): string {
  return text
    .slice(0, longestRead)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*\d+\s*[.、)]/, '')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s*:：、,，。.·_\-—/\\|"'“”?？()]/g, '');
}

export function privateKind(header: string): PrivateKind | null {
  const word = headerWord(header);
  return privateNames.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** What a header alone says. */
export function matchHeader(header: string): Match | null {
  const word = headerWord(header);
  if (word === '' || word.length > longestHeader || privateKind(header) !== null) return null;
  const field = fieldOfName.get(word);
  if (field !== undefined) return { field, confidence: 1 };
  // A digit in front is a value: 1单元 is a stairwell, not a header.
  if (notOfTheHousehold.test(word) || /^第?\d/.test(word)) return null;
  const part = columnWords.find(([, pattern]) => pattern.test(word));
  return part === undefined ? null : { field: part[0], confidence: partOfAName };
}

/** What header and content say together. `values` are the column's first values as text, without blanks. */
export function matchColumn(header: string, values: readonly string[]): Match | null {
  const match = matchHeader(header);
  if (privateKind(header) !== null || values.length < 3) return match;
  if (match === null) return notOfTheHousehold.test(headerWord(header)) ? null : matchContent(values);
  const test = contentTests[match.field];
  return test !== undefined && shareOf(values, test) < 0.2
    ? { ...match, confidence: match.confidence / 2 }
    : match;
}

type ContentTest = (value: string) => boolean;
const contentTests: Partial<Record<RosterField, ContentTest>> = {
  phone: (value) => readPhones(value).phones.length > 0,
  occupancy: (value) => readOccupancy(value) !== null,
};

function matchContent(values: readonly string[]): Match | null {
  const matched = rosterFields.find((field) => {
    const test = contentTests[field];
    return test !== undefined && shareOf(values, test) >= 0.8;
  });
  return matched === undefined ? null : { field: matched, confidence: 0.6 };
}

function shareOf(values: readonly string[], test: ContentTest): number {
  return values.filter(test).length / values.length;
}

/** Gives every field its best column, the leftmost of equals, and leaves the others without a field. */
export function assignColumns(matches: readonly (Match | null)[]): (Match | null)[] {
  const best = new Map<RosterField, number>();
  matches.forEach((match, index) => {
    if (match === null) return;
    const rival = best.get(match.field);
    if (rival === undefined || match.confidence > (matches[rival]?.confidence ?? 0))
      best.set(match.field, index);
  });
  return matches.map((match, index) => (match !== null && best.get(match.field) === index ? match : null));
}
