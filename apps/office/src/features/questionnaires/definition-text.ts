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
