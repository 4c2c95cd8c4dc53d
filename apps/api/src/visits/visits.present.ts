import type { Locale, VisitView } from '@huhudao/protocol';
import { formReader, type FormReader } from './form-fields.ts';
import type { VisitRow } from './visits.queries.ts';
import type { Definition } from '@huhudao/questionnaire';

/** Readers of the forms that a list of visits was written with. */
export function formReaders(
  forms: readonly { hash: string; definition: Definition }[],
  locale: Locale,
): ReadonlyMap<string, FormReader> {
  return new Map(forms.map(({ hash, definition }) => [hash, formReader(definition, locale)]));
}

export function presentVisit(row: VisitRow, readers: ReadonlyMap<string, FormReader>): VisitView {
  const { formHash, formAnswers, ...visit } = row;
  const reader = readers.get(formHash);
  return { ...visit, form: reader === undefined ? [] : reader.read(formAnswers) };
}
