/** What stands in the editor, read as JSON. `reason` is what the browser says of text that is not. */
export type Parsed = { ok: true; definition: Record<string, unknown> } | { ok: false; reason: string };

export function parseDefinition(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { ok: true, definition: { ...value } };
    }
    return { ok: false, reason: '{ }' };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

export const tidy = (definition: unknown): string => JSON.stringify(definition, null, 2);

/**
 * Where a finding stands in a tidy text: the offset of the line of its path, `pages[0].elements[2].name`. Undefined
 * where the text is not tidy or has no such place.
 */
export function offsetOf(text: string, path: string): number | undefined {
  const parsed = parseDefinition(text);
  if (!parsed.ok || tidy(parsed.definition) !== text) return undefined;
  const mark = '\u0000';
  const marked = withMark(
    parsed.definition,
    path.split(/[.[\]]+/).filter((step) => step !== ''),
    mark,
  );
  const place = tidy(marked).indexOf(JSON.stringify(mark));
  return place === -1 ? undefined : text.lastIndexOf('\n', place - 1) + 1;
}

/** The same document with one place taken by a mark; everything before it stays where it was. */
function withMark(value: unknown, steps: readonly string[], mark: string): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return mark;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (String(index) === step ? withMark(item, rest, mark) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? withMark(item, rest, mark) : item]),
  );
}
